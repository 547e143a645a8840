# SPDX-License-Identifier: GPL-2.0-or-later
# What belongs to our Debian package, where that is installed.
set(files_of_package "")
if(EXISTS /var/lib/dpkg/info/httpcodes.list)
  file(STRINGS /var/lib/dpkg/info/httpcodes.list files_of_package)
endif()
