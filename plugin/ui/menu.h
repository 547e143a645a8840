/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Wireshark's menu Tools > HTTP Codes. */
#ifndef HTTPCODES_UI_MENU_H
#define HTTPCODES_UI_MENU_H

/* Once, with the id of our protocol. */
void hc_menu_register(int proto);

#endif
