# SPDX-License-Identifier: GPL-2.0-or-later
# Where cmake --install puts plugin and profile: where Wireshark looks for them by itself.
# Relative to Wireshark's own prefix: a plugin under another prefix would never be found. Asked of the first run alone,
# which may be for one user.
if(CMAKE_INSTALL_PREFIX_INITIALIZED_TO_DEFAULT)
  set_property(CACHE CMAKE_INSTALL_PREFIX PROPERTY VALUE ${Wireshark_INSTALL_PREFIX})
endif()
set(own_plugins $ENV{HOME}/.local/lib/wireshark/plugins/${plugins_folder})
install(CODE "
  set(install_for ${HTTPCODES_INSTALL})
  set(own_plugin [[${own_plugins}/epan/httpcodes.so]])
  set(prefix_of_wireshark [[${Wireshark_INSTALL_PREFIX}]])
  set(plugin_for_everybody [[${Wireshark_INSTALL_PREFIX}/${Wireshark_PLUGIN_LIBDIR}/epan/httpcodes.so]])")
install(SCRIPT plugin/packages/beside.cmake)
if(HTTPCODES_INSTALL STREQUAL "user")
  if(WIN32)
    cmake_path(SET settings NORMALIZE "$ENV{APPDATA}/Wireshark")
    set(plugin_destination ${settings}/plugins/${plugins_folder})
  else()
    set(plugin_destination ${own_plugins})
    # Where Wireshark keeps its settings: a new folder there would hide those of its early versions in ~/.wireshark.
    set(settings $ENV{HOME}/.config/wireshark)
    if(DEFINED ENV{XDG_CONFIG_HOME})
      set(settings $ENV{XDG_CONFIG_HOME}/wireshark)
    endif()
    if(IS_DIRECTORY $ENV{HOME}/.wireshark AND NOT IS_DIRECTORY ${settings})
      set(settings $ENV{HOME}/.wireshark)
    endif()
  endif()
  if(DEFINED ENV{WIRESHARK_CONFIG_DIR})
    set(settings $ENV{WIRESHARK_CONFIG_DIR})
  endif()
  install(CODE "
    set(profile_source [[${CMAKE_CURRENT_SOURCE_DIR}/plugin/profile/HTTP Codes]])
    set(profile_destination [[${settings}/profiles/HTTP Codes]])")
  install(SCRIPT plugin/packages/profile.cmake)
elseif(HTTPCODES_INSTALL STREQUAL "system")
  set(plugin_destination ${Wireshark_PLUGIN_LIBDIR})
  install(DIRECTORY "plugin/profile/HTTP Codes" DESTINATION share/wireshark/profiles)
  install(FILES plugin/packages/copyright DESTINATION share/doc/httpcodes)
else()
  message(FATAL_ERROR "HTTPCODES_INSTALL is '${HTTPCODES_INSTALL}': it must be system or user")
endif()
install(TARGETS httpcodes LIBRARY DESTINATION ${plugin_destination}/epan)
if(TARGET httpcodes_menu)
  install(TARGETS httpcodes_menu LIBRARY DESTINATION ${plugin_destination}/ui)
endif()
add_custom_target(uninstall
  COMMAND ${CMAKE_COMMAND} -D MANIFEST=${CMAKE_BINARY_DIR}/install_manifest.txt
    -P ${CMAKE_SOURCE_DIR}/plugin/packages/uninstall.cmake
  VERBATIM)
