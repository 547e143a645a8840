# SPDX-License-Identifier: GPL-2.0-or-later
# A library a folder of plugin/, and the one direction in which they see each other. A layer's include path holds
# links to the folders that it names here, and to no other: an include that runs back breaks the build.
set(layer_links ${CMAKE_BINARY_DIR}/layers)

# add_view(NAME PATH): an include path with only this file or folder of plugin/ in it.
function(add_view name path)
  file(MAKE_DIRECTORY ${layer_links}/${name})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR}/plugin/${path} ${layer_links}/${name}/${path} SYMBOLIC)
  add_library(httpcodes_view_${name} INTERFACE)
  target_include_directories(httpcodes_view_${name} INTERFACE ${layer_links}/${name})
endfunction()

# add_layer(NAME [LIBRARY...]): the folder, and what it builds on.
function(add_layer name)
  add_view(${name} ${name})
  file(GLOB sources CONFIGURE_DEPENDS plugin/${name}/*.c)
  add_library(httpcodes_${name} OBJECT ${sources})
  target_link_libraries(httpcodes_${name} PUBLIC httpcodes_view_${name} ${ARGN})
endfunction()

add_view(event event.h)
add_view(pair pair.h)
add_view(compat compat.h)

# What is known of the codes, and what is concluded from it: plain C11 that sees neither Wireshark nor GLib.
add_layer(registry)
add_layer(judge httpcodes_registry httpcodes_view_event httpcodes_view_pair)
add_library(httpcodes_knowledge INTERFACE)
target_link_libraries(httpcodes_knowledge INTERFACE httpcodes_judge
  $<TARGET_OBJECTS:httpcodes_registry> $<TARGET_OBJECTS:httpcodes_judge>)

# The engine around it.
add_layer(settings httpcodes_registry httpcodes_view_compat epan)
add_layer(memory httpcodes_registry httpcodes_view_event httpcodes_view_pair httpcodes_view_compat epan)
# The library is linked as a shared one: Debian's archive of it fits no plugin, since it is not position-independent,
# and from 4.4 on libwireshark has the same one loaded.
if(nghttp3_FOUND)
  add_layer(http3 httpcodes_view_event epan PkgConfig::nghttp3)
  target_compile_definitions(httpcodes_http3 PUBLIC HC_HAS_NGHTTP3)
endif()
add_layer(collect httpcodes_memory httpcodes_settings $<TARGET_NAME_IF_EXISTS:httpcodes_http3>)
add_layer(present httpcodes_judge httpcodes_settings)
set(engine_layers settings memory collect present)
if(nghttp3_FOUND)
  list(APPEND engine_layers http3)
endif()

# The menu. Up to Wireshark 4.6 libwireshark has what that takes, and it is a part of the plugin: one file to
# install. From 5.0 on only a plugin of the GUI may have one, which links what tshark and sharkd do not load.
if(TARGET uiqt_plugin)
  add_layer(ui httpcodes_judge httpcodes_view_compat epan uiqt_plugin)
  target_include_directories(httpcodes_ui PUBLIC ${Wireshark_INCLUDE_DIR}/uiqt)
elseif(EXISTS ${Wireshark_INCLUDE_DIR}/epan/plugin_if.h)
  add_layer(ui httpcodes_judge httpcodes_view_compat epan)
  target_compile_definitions(httpcodes_ui INTERFACE HC_HAS_MENU)
  list(APPEND engine_layers ui)
endif()
