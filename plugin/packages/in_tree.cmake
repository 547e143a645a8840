# SPDX-License-Identifier: GPL-2.0-or-later
# The plugin as one of those in Wireshark's own tree, by its means: the way on Windows and macOS, where Wireshark
# comes without what building beside it takes.
#
#   cmake -D CUSTOM_PLUGIN_SRC_DIR=/path/to/httpcodes ... /path/to/wireshark
#   cmake --build . --target httpcodes
include(WiresharkPlugin)

string(REPLACE "." ";" version ${HTTPCODES_VERSION})
set_module_info(httpcodes ${version} 0)

set(layers registry judge settings memory collect present)
if(EXISTS ${CMAKE_SOURCE_DIR}/epan/plugin_if.h)
  list(APPEND layers ui)
endif()
list(TRANSFORM layers PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/plugin/)
list(TRANSFORM layers APPEND /*.c)
file(GLOB PLUGIN_FILES CONFIGURE_DEPENDS ${layers})
list(APPEND PLUGIN_FILES plugin/httpcodes.c)
add_wireshark_plugin_library(httpcodes epan)
target_link_libraries(httpcodes epan)
install_plugin(httpcodes epan)

# The menu, as in plugin/layers.cmake.
if(TARGET uiqt_plugin)
  file(GLOB PLUGIN_FILES CONFIGURE_DEPENDS plugin/registry/*.c plugin/judge/*.c plugin/ui/*.c)
  list(APPEND PLUGIN_FILES plugin/httpcodes_menu.c)
  add_wireshark_plugin_library(httpcodes_menu ui)
  target_include_directories(httpcodes_menu PRIVATE ${CMAKE_SOURCE_DIR}/ui/plugins/include)
  target_link_libraries(httpcodes_menu epan uiqt_plugin)
  install_plugin(httpcodes_menu ui)
else()
  target_compile_definitions(httpcodes PRIVATE HC_HAS_MENU)
endif()

foreach(plugin httpcodes httpcodes_menu)
  if(TARGET ${plugin})
    set_target_properties(${plugin} PROPERTIES C_STANDARD 11 C_VISIBILITY_PRESET hidden)
    target_include_directories(${plugin} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/plugin)
    target_compile_definitions(${plugin} PRIVATE HTTPCODES_VERSION="${HTTPCODES_VERSION}"
      $<$<BOOL:${HAVE_SSIZE_T}>:HAVE_SSIZE_T=1>)
  endif()
endforeach()
