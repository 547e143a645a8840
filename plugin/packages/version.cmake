# SPDX-License-Identifier: GPL-2.0-or-later
# Read by cpack before it packs: the version moves with the code, so that a package of today replaces that of last week.
# It is the project's and the time of the last commit in UTC; the project's alone where there is no git.
execute_process(
  COMMAND ${CMAKE_COMMAND} -E env TZ=UTC
    git -c safe.directory=* -C ${CPACK_HTTPCODES_SOURCE} log -1 --date=format-local:%Y%m%d%H%M%S --format=%cd
  OUTPUT_VARIABLE committed OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(committed MATCHES "^[0-9]+$")
  string(APPEND CPACK_PACKAGE_VERSION +${committed})
endif()
set(CPACK_PACKAGE_FILE_NAME ${CPACK_PACKAGE_NAME}-${CPACK_PACKAGE_VERSION}-${CPACK_HTTPCODES_FOR})
