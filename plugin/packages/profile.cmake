# SPDX-License-Identifier: GPL-2.0-or-later
# Run by cmake --install for one user: puts the profile among the user's own. What is absent there is written, and what
# is still as we wrote it; a file that was changed is the user's, and stays.
#
# Needs profile_source, and profile_destination without DESTDIR. What we wrote is kept in a record beside the files.
cmake_policy(VERSION 3.25)
set(record_name httpcodes_written)
set(place $ENV{DESTDIR}${profile_destination})
set(written_before "")
if(EXISTS ${place}/${record_name})
  file(STRINGS ${place}/${record_name} written_before)
endif()

set(written "")
file(GLOB sources ${profile_source}/*)
foreach(source IN LISTS sources)
  cmake_path(GET source FILENAME name)
  file(SHA256 ${source} ours)
  set(theirs "")
  if(EXISTS ${place}/${name})
    file(SHA256 ${place}/${name} theirs)
  endif()
  if(theirs STREQUAL "" OR theirs STREQUAL ours OR "${theirs} ${name}" IN_LIST written_before)
    message(STATUS "Installing: ${place}/${name}")
    file(COPY ${source} DESTINATION ${place})
    list(APPEND written "${ours} ${name}")
    list(APPEND CMAKE_INSTALL_MANIFEST_FILES ${profile_destination}/${name})
  else()
    message(STATUS "Left as you changed it: ${place}/${name}")
  endif()
endforeach()

list(JOIN written "\n" lines)
file(WRITE ${place}/${record_name} "${lines}\n")
list(APPEND CMAKE_INSTALL_MANIFEST_FILES ${profile_destination}/${record_name})
