# SPDX-License-Identifier: GPL-2.0-or-later
# What cpack makes of the build: a Debian package, and an archive to unpack in Wireshark's prefix (mostly /usr).
if(NOT HTTPCODES_INSTALL STREQUAL "system")
  return() # a package is for every user of a machine, not for the home directory of who builds it
endif()

# A plugin is good for one series of Wireshark: its name tells which, and a newer series' package is an upgrade.
set(release wireshark${wireshark_series})

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME httpcodes)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Wireshark plugin that explains the status and error codes of HTTP")
set(CPACK_PACKAGE_FILE_NAME ${CPACK_PACKAGE_NAME}-${PROJECT_VERSION}-${release}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_INCLUDE_TOPLEVEL_DIRECTORY OFF)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/plugin/packages/permissions.cmake)
set(CPACK_VERBATIM_VARIABLES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${release})
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "httpcodes maintainers <maintainers@httpcodes.invalid>")
set(CPACK_DEBIAN_PACKAGE_SECTION net)
# The name of libwireshark's package changes with its ABI: depending on it, the plugin never outlives its Wireshark.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "wireshark | tshark")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
  "Explains HTTP status codes, HTTP/2, HTTP/3 and QUIC error codes, WebSocket close codes and gRPC statuses: what each
means, who sent it and for which request, whose fault it is, and whether to retry. With a Wireshark profile.")

include(CPack)
