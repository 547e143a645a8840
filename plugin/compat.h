/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What differs between Wireshark 4.0, 4.4, 4.6 and the coming 5.0, whose development versions are 4.7; the
 * only place that asks for the version. */
#ifndef HTTPCODES_COMPAT_H
#define HTTPCODES_COMPAT_H

#include <epan/packet.h>
#include <wireshark.h>
#include <ws_version.h>

#include <epan/stats_tree.h>
#include <wsutil/pint.h>

#define HC_WIRESHARK_SINCE(major, minor)                                                                     \
    (WIRESHARK_VERSION_MAJOR > (major) ||                                                                    \
     (WIRESHARK_VERSION_MAJOR == (major) && WIRESHARK_VERSION_MINOR >= (minor)))

/* The series that the plugin is built for, and that alone loads it. */
#define HC_WANT_MAJOR WIRESHARK_VERSION_MAJOR
#define HC_WANT_MINOR WIRESHARK_VERSION_MINOR

/* 4.4 wants to know what kind of plugin this is. */
#if HC_WIRESHARK_SINCE(4, 4)
#include <wsutil/plugins.h>
#define HC_DESCRIBES_PLUGIN 1
#else
#define HC_DESCRIBES_PLUGIN 0
#endif

/* The entry points, for the file that has them: it defines WS_BUILD_DLL before it includes anything. */
#ifdef WS_BUILD_DLL
#if HC_WIRESHARK_SINCE(4, 7)
#include <wsutil/plugin_exports.h>
#else
WS_DLL_PUBLIC void plugin_register(void);
#if HC_DESCRIBES_PLUGIN
WS_DLL_PUBLIC uint32_t plugin_describe(void);
#endif
#endif
#endif

/* For the menu only. 5.0 has the GUI's interface in a library of its own, that tshark and sharkd do not load.
 */
#if HC_WIRESHARK_SINCE(4, 7)
#define HC_CFILE_H     <epan/cfile.h>
#define HC_PLUGIN_IF_H <plugin_if.h>
#else
#define HC_CFILE_H     <cfile.h>
#define HC_PLUGIN_IF_H <epan/plugin_if.h>
#endif

/* What the callbacks of preferences and tables return. */
#if HC_WIRESHARK_SINCE(4, 4)
typedef bool hc_bool;
#else
typedef gboolean hc_bool;
#endif

/* A callback that begins a statistic of the command line says whether it could. */
#define HC_STATISTICS_ANSWER HC_WIRESHARK_SINCE(4, 6)

/* Between the parts of a statistics tree's menu path: "/" up to 4.2. */
#ifndef STATS_TREE_MENU_SEPARATOR
#define STATS_TREE_MENU_SEPARATOR "/"
#endif

/* A field's value: a member up to 4.0, a pointer since 4.2. */
#if HC_WIRESHARK_SINCE(4, 2)
#define HC_VALUE(field) ((field)->value)
#else
#define HC_VALUE(field) ((fvalue_t *)&(field)->value)
#endif

/* Numbers in network byte order: 4.6 calls the functions by other names. */
#if HC_WIRESHARK_SINCE(4, 6)
#define pntoh16 pntohu16
#define pntoh32 pntohu32
#endif

/* The dissector of HTTP/2 hands each DATA frame of a tunnel to the one of WebSocket since 4.6. A WebSocket
 * frame that is not whole in it is an exception there, and what stands behind it in the same bytes is not
 * dissected.
 */
#define HC_WEBSOCKET_HIDES_HTTP2 HC_WIRESHARK_SINCE(4, 6)

/* A packet's time since the capture began, which 4.4 and later keep apart from that since the reference. */
#if HC_WIRESHARK_SINCE(4, 4)
#define HC_COPY_CAPTURE_TIME(to, from)                                                                       \
    ((to)->rel_cap_ts = (from)->rel_cap_ts, (to)->rel_cap_ts_present = (from)->rel_cap_ts_present)
#else
#define HC_COPY_CAPTURE_TIME(to, from) ((void)(to), (void)(from))
#endif

/* What a data source is called, and how long it is. The caller's. */
#if HC_WIRESHARK_SINCE(4, 6)
#define hc_data_source_name get_data_source_description
#else
#define hc_data_source_name get_data_source_name
#endif

/* How bytes in a packet are counted, and a field's place among them. */
#if HC_WIRESHARK_SINCE(4, 7)
typedef unsigned hc_offset;
#else
typedef int hc_offset;
#endif

#endif
