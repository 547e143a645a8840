# SPDX-License-Identifier: GPL-2.0-or-later
# Run by cpack before it packs: the folders get the usual permissions, whatever the umask of who packs. Unpacked as
# root, an archive with others would close /usr to everybody else.
file(GLOB_RECURSE folders LIST_DIRECTORIES ON ${CPACK_TEMPORARY_DIRECTORY}/*)
foreach(folder IN LISTS folders)
  if(IS_DIRECTORY ${folder})
    file(CHMOD ${folder} PERMISSIONS
      OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
  endif()
endforeach()
