# SPDX-License-Identifier: GPL-2.0-or-later
# Run by cpack before it packs: Debian wants a list of changes beside the copyright. The version names the last commit,
# and the commits are the list.
file(GLOB_RECURSE copyright ${CPACK_TEMPORARY_DIRECTORY}/*/copyright)
cmake_path(GET copyright PARENT_PATH folder)
string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
set(version ${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})
file(WRITE ${CPACK_TOPLEVEL_DIRECTORY}/changelog
  "${CPACK_PACKAGE_NAME} (${version}) unstable; urgency=medium\n\n"
  "  * Built from the sources; what has changed is in their history.\n\n"
  " -- ${CPACK_DEBIAN_PACKAGE_MAINTAINER}  ${now}\n")
file(ARCHIVE_CREATE OUTPUT ${folder}/changelog.Debian.gz PATHS ${CPACK_TOPLEVEL_DIRECTORY}/changelog
  FORMAT raw COMPRESSION GZip COMPRESSION_LEVEL 9)
file(CHMOD ${folder}/changelog.Debian.gz PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
