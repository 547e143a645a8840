/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "registry/sender_words.h"

#include <string.h>

#include "registry/numbers.h"

/* WORDS(space, code, words, sender, blame, English, Chinese, German) */
#define WORDS(beside, code, reason, who, whom, en, zh, de)                                                   \
    {                                                                                                        \
        .space = HC_##beside, .value = (code), .words = (reason), .sender = (who), .blame = HC_BLAME_##whom, \
        .text = {                                                                                            \
            [HC_EN] = (en),                                                                                  \
            [HC_ZH_CN] = (zh),                                                                               \
            [HC_DE] = (de)                                                                                   \
        }                                                                                                    \
    }

/* A QuicErrorCode of Google's QUICHE, which Chromium and Envoy use: where the wire has no code for it, they
 * put the number before the reason. The code beside it is that of QuicErrorCodeToTransportErrorCode(). */
#define GOOGLE(digits, code, official, whom, en, zh, de)                                                     \
    {                                                                                                        \
        .space = HC_QUIC_ERROR, .value = (code), .number = (digits), .name = (official),                     \
        .sender = "QUICHE (Google)", .blame = HC_BLAME_##whom, .text = {                                     \
            [HC_EN] = (en),                                                                                  \
            [HC_ZH_CN] = (zh),                                                                               \
            [HC_DE] = (de)                                                                                   \
        }                                                                                                    \
    }

const struct hc_sender_words hc_all_sender_words[] = {
    WORDS(
        HTTP2_ERROR, H2_PROTOCOL_ERROR, "Failed ping.", "Chromium", UNKNOWN,
        "The peer did not answer a PING in time. Chromium has no code for it and calls any network error PROTOCOL_ERROR.",
        "对端没有及时应答 PING。Chromium 没有对应的错误码，将任何网络错误都称为 PROTOCOL_ERROR。",
        "Die Gegenstelle hat ein PING nicht rechtzeitig beantwortet. Chromium hat dafür keinen Code und nennt jeden Netzfehler PROTOCOL_ERROR."),
    WORDS(HTTP2_ERROR, H2_ENHANCE_YOUR_CALM, "too_many_pings", "gRPC", PEER,
          "The peer sent keepalive PINGs more often than the server permits.",
          "对端发送保活 PING 的频率超过服务器允许的程度。",
          "Die Gegenstelle hat öfter Keepalive-PINGs gesendet, als der Server erlaubt."),
    WORDS(HTTP2_ERROR, H2_ENHANCE_YOUR_CALM, "too_many_resets", "h2 (Rust)", PEER,
          "The peer reset too many streams before they were accepted.", "对端在流被接受之前重置了过多的流。",
          "Die Gegenstelle hat zu viele Streams zurückgesetzt, bevor sie angenommen waren."),
    WORDS(HTTP2_ERROR, H2_ENHANCE_YOUR_CALM, "too_many_internal_resets", "h2 (Rust)", UNKNOWN,
          "The sender itself had to reset too many streams for errors that it found on them.",
          "发送方因在流上发现错误，自身不得不重置过多的流。",
          "Der Sender musste selbst zu viele Streams wegen Fehlern zurücksetzen, die er auf ihnen fand."),
    WORDS(HTTP2_ERROR, H2_NO_ERROR, "max_age", "gRPC", NOBODY,
          "The server closes the connection because it has reached its maximum age.",
          "连接已达到最大存续时间，因此服务器将其关闭。",
          "Der Server schließt die Verbindung, weil sie ihr Höchstalter erreicht hat."),
    WORDS(HTTP2_ERROR, H2_NO_ERROR, "max_idle", "gRPC", NOBODY,
          "The server closes the connection because no call used it for a time.",
          "连接在一段时间内没有调用使用，因此服务器将其关闭。",
          "Der Server schließt die Verbindung, weil eine Zeit lang kein Aufruf sie genutzt hat."),
    WORDS(WEBSOCKET_CLOSE, WS_INTERNAL_ERROR, "keepalive ping timeout", "websockets (Python)", UNKNOWN,
          "The peer did not answer a Ping in time; the number is a stand-in.",
          "对端没有及时应答 Ping；此码值只是替代。",
          "Die Gegenstelle hat ein Ping nicht rechtzeitig beantwortet; die Nummer steht nur dafür."),

    GOOGLE(25, QUIC_NO_ERROR, "QUIC_NETWORK_IDLE_TIMEOUT", UNKNOWN,
           "Nothing came from the peer for as long as the connection may be idle.",
           "在连接允许的空闲时间内，没有收到对端的任何数据。",
           "Von der Gegenstelle kam so lange nichts, wie die Verbindung untätig sein darf."),
    GOOGLE(67, QUIC_NO_ERROR, "QUIC_HANDSHAKE_TIMEOUT", UNKNOWN, "The handshake took too long.", "握手超时。",
           "Der Handshake dauerte zu lange."),
    GOOGLE(70, QUIC_NO_ERROR, "QUIC_CONNECTION_CANCELLED", NOBODY,
           "The sender no longer needs the connection.", "发送方不再需要该连接。",
           "Der Sender benötigt die Verbindung nicht mehr."),
    GOOGLE(85, QUIC_NO_ERROR, "QUIC_TOO_MANY_RTOS", UNKNOWN,
           "The sender repeated its packets several times, and nobody acknowledged them.",
           "发送方多次重传数据包，均未得到确认。",
           "Der Sender hat seine Pakete mehrmals wiederholt, und niemand hat sie bestätigt."),
    GOOGLE(16, QUIC_INTERNAL_ERROR, "QUIC_PEER_GOING_AWAY", NOBODY, "The sender leaves.", "发送方即将离开。",
           "Der Sender verabschiedet sich."),
    GOOGLE(27, QUIC_INTERNAL_ERROR, "QUIC_PACKET_WRITE_ERROR", UNKNOWN,
           "The sender could not write to its socket, for example because its network is gone.",
           "发送方无法写入其套接字，例如因为网络已断开。",
           "Der Sender konnte nicht auf seinen Socket schreiben, etwa weil sein Netz weg ist."),
    GOOGLE(51, QUIC_INTERNAL_ERROR, "QUIC_PACKET_READ_ERROR", UNKNOWN,
           "The sender could not read from its socket, for example because its network is gone.",
           "发送方无法读取其套接字，例如因为网络已断开。",
           "Der Sender konnte nicht von seinem Socket lesen, etwa weil sein Netz weg ist."),
    GOOGLE(62, QUIC_INTERNAL_ERROR, "QUIC_CONNECTION_IP_POOLED", NOBODY,
           "The sender has another connection to the same address, and goes on with that.",
           "发送方与同一地址已有另一连接，改用该连接。",
           "Der Sender hat eine andere Verbindung zur selben Adresse und macht mit ihr weiter."),
    GOOGLE(68, QUIC_INTERNAL_ERROR, "QUIC_TOO_MANY_OUTSTANDING_SENT_PACKETS", UNKNOWN,
           "Too many of the sender's packets are waiting for an acknowledgement.",
           "发送方有过多的数据包在等待确认。", "Zu viele Pakete des Senders warten auf eine Bestätigung."),
    GOOGLE(80, QUIC_INTERNAL_ERROR, "QUIC_IP_ADDRESS_CHANGED", NOBODY, "The sender's IP address has changed.",
           "发送方的 IP 地址已改变。", "Die IP-Adresse des Senders hat sich geändert."),
    GOOGLE(81, QUIC_INTERNAL_ERROR, "QUIC_CONNECTION_MIGRATION_NO_MIGRATABLE_STREAMS", NOBODY,
           "The sender's network has changed, and the connection had nothing that was worth taking along.",
           "发送方的网络已改变，而该连接没有值得迁移的内容。",
           "Das Netz des Senders hat sich geändert, und die Verbindung hatte nichts, was mitzunehmen war."),
    GOOGLE(82, QUIC_INTERNAL_ERROR, "QUIC_CONNECTION_MIGRATION_TOO_MANY_CHANGES", NOBODY,
           "The sender's network has changed too often.", "发送方的网络变化过于频繁。",
           "Das Netz des Senders hat sich zu oft geändert."),
    GOOGLE(83, QUIC_INTERNAL_ERROR, "QUIC_CONNECTION_MIGRATION_NO_NEW_NETWORK", NOBODY,
           "The sender has lost its network, and there was no other.",
           "发送方失去了网络，且没有其他网络可用。",
           "Der Sender hat sein Netz verloren, und es gab kein anderes."),
    GOOGLE(84, QUIC_INTERNAL_ERROR, "QUIC_CONNECTION_MIGRATION_NON_MIGRATABLE_STREAM", NOBODY,
           "The sender's network has changed, and a stream could not be taken along.",
           "发送方的网络已改变，而某个流无法迁移。",
           "Das Netz des Senders hat sich geändert, und ein Stream war nicht mitzunehmen."),
    GOOGLE(
        99, QUIC_INTERNAL_ERROR, "QUIC_CONNECTION_MIGRATION_DISABLED_BY_CONFIG", NOBODY,
        "The sender's network has changed, and its configuration forbids to move the connection.",
        "发送方的网络已改变，而其配置禁止迁移连接。",
        "Das Netz des Senders hat sich geändert, und seine Konfiguration verbietet, die Verbindung umzuziehen."),
    GOOGLE(100, QUIC_INTERNAL_ERROR, "QUIC_CONNECTION_MIGRATION_INTERNAL_ERROR", NOBODY,
           "The sender's network has changed, and moving the connection to another failed.",
           "发送方的网络已改变，而将连接迁移到另一网络失败。",
           "Das Netz des Senders hat sich geändert, und der Umzug der Verbindung in ein anderes misslang."),
    GOOGLE(111, QUIC_INTERNAL_ERROR, "QUIC_CONNECTION_MIGRATION_HANDSHAKE_UNCONFIRMED", NOBODY,
           "The sender's network has changed before the handshake was confirmed.",
           "在握手得到确认之前，发送方的网络已改变。",
           "Das Netz des Senders hat sich geändert, bevor der Handshake bestätigt war."),
    GOOGLE(96, QUIC_INTERNAL_ERROR, "QUIC_TOO_MANY_SESSIONS_ON_SERVER", SERVER,
           "The server has as many connections as it allows.", "服务器的连接数已达其上限。",
           "Der Server hat so viele Verbindungen, wie er zulässt."),
};
const size_t hc_sender_words_count = sizeof(hc_all_sender_words) / sizeof(hc_all_sender_words[0]);

/* The number before a colon, without a leading zero: as QUICHE writes it; 0 if there is none. */
static unsigned number_before_colon(const char *reason) {
    unsigned number = 0;
    size_t digits = 0;
    for (; reason[digits] >= '0' && reason[digits] <= '9' && digits < 4; digits++)
        number = number * 10 + (unsigned)(reason[digits] - '0');
    return reason[digits] == ':' && reason[0] != '0' ? number : 0;
}

const struct hc_sender_words *hc_sender_words(enum hc_space_id space, uint64_t value, const char *reason) {
    if (reason == NULL)
        return NULL;
    unsigned number = number_before_colon(reason);
    for (size_t i = 0; i < hc_sender_words_count; i++) {
        const struct hc_sender_words *row = &hc_all_sender_words[i];
        bool is_said = row->words != NULL ? strcmp(row->words, reason) == 0 : row->number == number;
        if (row->space == space && row->value == value && is_said)
            return row;
    }
    return NULL;
}
