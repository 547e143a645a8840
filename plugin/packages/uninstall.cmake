# SPDX-License-Identifier: GPL-2.0-or-later
# Removes what the last cmake --install of this build put in place: cmake -D MANIFEST=install_manifest.txt -P ...
if(NOT EXISTS ${MANIFEST})
  message(FATAL_ERROR "nothing is installed from this build: there is no ${MANIFEST}")
endif()

file(STRINGS ${MANIFEST} installed)
set(folders "")
foreach(file IN LISTS installed)
  set(path $ENV{DESTDIR}${file})
  message(STATUS "Removing: ${path}")
  file(REMOVE ${path})
  cmake_path(GET path PARENT_PATH folder)
  list(APPEND folders ${folder})
endforeach()

# What is left empty goes too; a profile stays while it holds something of the user's.
list(REMOVE_DUPLICATES folders)
foreach(folder IN LISTS folders)
  # From 4.4 on Wireshark makes this out of the profile's dfilter_macros.
  if(folder MATCHES "/profiles/HTTP Codes$")
    file(REMOVE ${folder}/dmacros)
  endif()
  file(GLOB left LIST_DIRECTORIES ON ${folder}/*)
  if(NOT left)
    file(REMOVE_RECURSE ${folder})
  endif()
endforeach()
file(REMOVE ${MANIFEST})
