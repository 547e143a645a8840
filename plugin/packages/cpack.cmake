# SPDX-License-Identifier: GPL-2.0-or-later
# What cpack makes of the build: a Debian package, and an archive to unpack in Wireshark's prefix (mostly /usr).
if(NOT HTTPCODES_INSTALL STREQUAL "system")
  return() # a package is for every user of a machine, not for the home directory of who builds it
endif()

# A plugin is good for one series of Wireshark: its name tells which, and a newer series' package is an upgrade.
set(release wireshark${wireshark_series})
math(EXPR next_minor "${Wireshark_MINOR_VERSION} + 1")
set(next_series ${Wireshark_MAJOR_VERSION}.${next_minor})

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME httpcodes)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_SOURCE_DIR}/plugin/packages/version.cmake)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Wireshark plugin that explains the status and error codes of HTTP")
set(CPACK_HTTPCODES_SOURCE ${CMAKE_SOURCE_DIR})
set(CPACK_HTTPCODES_FOR ${release}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_INCLUDE_TOPLEVEL_DIRECTORY OFF)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/plugin/packages/changelog.cmake
  ${CMAKE_SOURCE_DIR}/plugin/packages/permissions.cmake)
set(CPACK_VERBATIM_VARIABLES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${release})
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "httpcodes maintainers <maintainers@httpcodes.invalid>")
set(CPACK_DEBIAN_PACKAGE_SECTION net)
# The libraries of two series can be installed together, their data cannot: what depends on the data of its series goes
# when Wireshark moves to the next.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS
  "libwireshark-data (>= ${wireshark_series}), libwireshark-data (<< ${next_series}~)")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "wireshark | tshark")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
  "Explains HTTP status codes, HTTP/2, HTTP/3 and QUIC error codes, WebSocket
close codes and gRPC statuses: what each means, who sent it and for which
request, whose fault it is, and whether to retry. With a Wireshark profile.")

include(CPack)
