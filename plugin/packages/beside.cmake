# SPDX-License-Identifier: GPL-2.0-or-later
# Run by cmake --install before it copies anything: what another way has installed is named, or left alone.
#
# Needs install_for (user or system), own_plugin, plugin_for_everybody and prefix_of_wireshark.
cmake_policy(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/debian.cmake)

if(install_for STREQUAL "user")
  set(other_plugin ${plugin_for_everybody})
else()
  set(other_plugin ${own_plugin})
  # Elsewhere a package is made, perhaps the next one.
  if("$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}" STREQUAL prefix_of_wireshark
      AND plugin_for_everybody IN_LIST files_of_package)
    message(FATAL_ERROR "the Debian package httpcodes has ${plugin_for_everybody}: "
      "make a new package of this build, or remove that one first (sudo apt remove httpcodes)")
  endif()
endif()
if(EXISTS ${other_plugin})
  message(NOTICE "There is an httpcodes in ${other_plugin}, too. Of two Wireshark loads the one for everybody, and "
    "complains each time it starts: remove one of them.")
endif()
