# SPDX-License-Identifier: GPL-2.0-or-later
# The plugin as one of those in Wireshark's own tree, by its means: the way on Windows and macOS, where Wireshark
# comes without what building beside it takes.
#
# With the clone, or a link to it, in the tree as plugins/epan/httpcodes:
#
#   cmake -DCUSTOM_PLUGIN_SRC_DIR=plugins/epan/httpcodes ... /path/to/wireshark
#   cmake --build . --target httpcodes
include(WiresharkPlugin)

string(REPLACE "." ";" version ${HTTPCODES_VERSION})
set_module_info(httpcodes ${version} 0)

# The menu as in plugin/layers.cmake. Whether its library is a target already depends on Wireshark's order.
set(gui_interface ${CMAKE_SOURCE_DIR}/ui/plugins/include)

# All folders but that of a program of ours.
file(GLOB PLUGIN_FILES CONFIGURE_DEPENDS plugin/httpcodes.c plugin/*/*.c)
list(FILTER PLUGIN_FILES EXCLUDE REGEX "/plugin/reference/")
if(EXISTS ${gui_interface}/plugin_if.h)
  list(FILTER PLUGIN_FILES EXCLUDE REGEX "/plugin/ui/")
endif()
# HTTP/3 by Wireshark's own nghttp3, where it is built with that.
if(NOT NGHTTP3_FOUND)
  list(FILTER PLUGIN_FILES EXCLUDE REGEX "/plugin/http3/")
endif()
add_wireshark_plugin_library(httpcodes epan)
target_link_libraries(httpcodes epan)
if(NGHTTP3_FOUND)
  target_compile_definitions(httpcodes PRIVATE HC_HAS_NGHTTP3)
  target_include_directories(httpcodes SYSTEM PRIVATE ${NGHTTP3_INCLUDE_DIRS})
  target_link_libraries(httpcodes ${NGHTTP3_LIBRARIES})
endif()
install_plugin(httpcodes epan)

if(EXISTS ${gui_interface}/plugin_if.h)
  file(GLOB PLUGIN_FILES CONFIGURE_DEPENDS plugin/httpcodes_menu.c plugin/registry/*.c plugin/judge/*.c plugin/ui/*.c)
  add_wireshark_plugin_library(httpcodes_menu ui)
  target_include_directories(httpcodes_menu PRIVATE ${gui_interface})
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
