/* SPDX-License-Identifier: GPL-2.0-or-later */
/* gRPC status codes, carried in the grpc-status trailer.
 *
 * gRPC sends every call as a POST and leaves it to the service whether a call may be repeated, so a row
 * promises a retry only where the gRPC documents do. */
#include "registry/row.h"

#define GRPC FROM("gRPC", REGISTERED)
#define STATUS_CODES                                                                                         \
    DOC("gRPC, statuscodes.md", "https://github.com/grpc/grpc/blob/master/doc/statuscodes.md")

static const struct hc_code codes[] = {
    CODE(0, "OK", GRPC, NONE, NOBODY, NOT_A_FAILURE, STATUS_CODES, EN("The call succeeded."),
         ZH("调用成功。"), DE("Der Aufruf war erfolgreich.")),
    CODE(1, "CANCELLED", GRPC, NONE, NOBODY, UNKNOWN, STATUS_CODES, ALIASES("CANCELED"),
         EN("The call was cancelled, typically by the caller."), ZH("调用被取消，通常由调用方取消。"),
         DE("Der Aufruf wurde abgebrochen, meist vom Aufrufer.")),
    CODE(2, "UNKNOWN", GRPC, NONE, UNKNOWN, UNKNOWN, STATUS_CODES,
         EN("An error without a better code, such as an exception in the service or a status from a "
            "system that gRPC does not know."),
         ZH("没有更合适的状态码可用的错误，例如服务中的异常，或来自 gRPC 不了解的系统的状态。"),
         DE("Ein Fehler, für den es keinen besseren Code gibt, etwa eine Ausnahme im Dienst oder ein "
            "Status aus einem System, das gRPC nicht kennt.")),
    CODE(3, "INVALID_ARGUMENT", GRPC, NONE, CLIENT, AFTER_CHANGE, STATUS_CODES,
         EN("The caller gave an argument that is wrong whatever the state of the system."),
         ZH("调用方给出的参数有误，无论系统处于何种状态。"),
         DE("Der Aufrufer hat ein Argument angegeben, das unabhängig vom Zustand des Systems falsch ist.")),
    CODE(4, "DEADLINE_EXCEEDED", GRPC, NONE, UNKNOWN, UNKNOWN, STATUS_CODES,
         EN("The deadline passed before the call was complete. The call may still have taken effect."),
         ZH("调用完成之前已过截止时间。调用仍可能已经生效。"),
         DE("Die Frist verstrich, bevor der Aufruf abgeschlossen war. Er kann trotzdem gewirkt haben.")),
    CODE(5, "NOT_FOUND", GRPC, NONE, CLIENT, UNKNOWN, STATUS_CODES,
         EN("Something that the caller asked for, such as a file, was not found."),
         ZH("没有找到调用方请求的对象，例如某个文件。"),
         DE("Etwas, wonach der Aufrufer gefragt hat, etwa eine Datei, wurde nicht gefunden.")),
    CODE(6, "ALREADY_EXISTS", GRPC, NONE, CLIENT, UNKNOWN, STATUS_CODES,
         EN("Something that the caller wanted to create exists already."), ZH("调用方要创建的对象已经存在。"),
         DE("Etwas, das der Aufrufer anlegen wollte, gibt es schon.")),
    CODE(7, "PERMISSION_DENIED", GRPC, NONE, CLIENT, AFTER_CHANGE, STATUS_CODES,
         EN("The caller is known, but is not permitted to make this call."),
         ZH("已知调用方的身份，但其无权进行此调用。"),
         DE("Der Aufrufer ist bekannt, darf diesen Aufruf aber nicht ausführen.")),
    CODE(8, "RESOURCE_EXHAUSTED", GRPC, NONE, UNKNOWN, AFTER_DELAY, STATUS_CODES,
         EN("A resource is used up: perhaps the caller's quota, a message size limit, or the server's "
            "threads or disk space."),
         ZH("某种资源已用尽：可能是调用方的配额、消息大小上限，或服务器的线程或磁盘空间。"),
         DE("Eine Ressource ist erschöpft: vielleicht das Kontingent des Aufrufers, eine Grenze der "
            "Nachrichtengröße oder Threads oder Plattenplatz des Servers.")),
    CODE(9, "FAILED_PRECONDITION", GRPC, NONE, CLIENT, AFTER_CHANGE, STATUS_CODES,
         EN("The system is not in the state that the call requires. The caller should not retry before "
            "the state is put right."),
         ZH("系统不处于此调用所要求的状态。状态纠正之前，调用方不应重试。"),
         DE("Das System ist nicht in dem Zustand, den der Aufruf voraussetzt. Der Aufrufer soll ihn "
            "nicht wiederholen, bevor der Zustand berichtigt ist.")),
    CODE(10, "ABORTED", GRPC, NONE, NOBODY, AFTER_CHANGE, STATUS_CODES,
         EN("The call was aborted, typically by a conflict with a concurrent one. The caller should "
            "begin the whole sequence of calls again."),
         ZH("调用被中止，通常是因为与并发的调用冲突。调用方应从头开始整个调用序列。"),
         DE("Der Aufruf wurde abgebrochen, meist wegen eines Konflikts mit einem gleichzeitigen. Der "
            "Aufrufer soll die ganze Folge von Aufrufen neu beginnen.")),
    CODE(11, "OUT_OF_RANGE", GRPC, NONE, CLIENT, AFTER_CHANGE, STATUS_CODES,
         EN("The call went past a valid range, such as reading beyond the end of a file."),
         ZH("调用超出了有效范围，例如读取越过文件末尾。"),
         DE("Der Aufruf ging über einen gültigen Bereich hinaus, etwa beim Lesen hinter dem Dateiende.")),
    CODE(12, "UNIMPLEMENTED", GRPC, NONE, UNKNOWN, NO, STATUS_CODES,
         EN("The server does not implement or support this method, or not in this form."),
         ZH("服务器没有实现或不支持此方法，或不支持这种形式。"),
         DE("Der Server hat diese Methode nicht implementiert oder unterstützt sie nicht, oder nicht in "
            "dieser Form.")),
    CODE(13, "INTERNAL", GRPC, NONE, SERVER, UNKNOWN, STATUS_CODES,
         EN("Something that the system relies on is broken. gRPC itself uses it for data that it cannot "
            "parse or decompress."),
         ZH("系统所依赖的某个部分已损坏。gRPC 自身用它表示无法解析或解压的数据。"),
         DE("Etwas, worauf sich das System verlässt, ist defekt. gRPC selbst verwendet den Code für "
            "Daten, die es nicht parsen oder dekomprimieren kann.")),
    CODE(14, "UNAVAILABLE", GRPC, NONE, SERVER, AFTER_DELAY, STATUS_CODES,
         EN("The service is not available at the moment. A retry with back-off may help, but is not "
            "always safe for a call that is not idempotent."),
         ZH("服务目前不可用。带退避的重试可能有帮助，但对非幂等的调用并不总是安全。"),
         DE("Der Dienst ist zurzeit nicht verfügbar. Eine Wiederholung mit Back-off kann helfen, ist "
            "aber bei nicht idempotenten Aufrufen nicht immer sicher.")),
    CODE(15, "DATA_LOSS", GRPC, NONE, SERVER, NO, STATUS_CODES,
         EN("Data was lost or damaged beyond recovery."), ZH("数据丢失或损坏，无法恢复。"),
         DE("Daten sind unwiederbringlich verloren oder beschädigt.")),
    CODE(16, "UNAUTHENTICATED", GRPC, NONE, CLIENT, AFTER_CHANGE, STATUS_CODES,
         EN("The caller's credentials are missing or not valid."), ZH("调用方的凭据缺失或无效。"),
         DE("Die Zugangsdaten des Aufrufers fehlen oder sind ungültig.")),
};

static const struct hc_code ranges[] = {
    CODE(0, "Unknown", NOBODYS, NONE, UNKNOWN, UNKNOWN, TO(UINT32_MAX), STATUS_CODES,
         EN("Not a gRPC status. Client libraries commonly report it as UNKNOWN."),
         ZH("不是 gRPC 状态码。客户端库通常将其报告为 UNKNOWN。"),
         DE("Kein gRPC-Status. Client-Bibliotheken melden ihn gewöhnlich als UNKNOWN.")),
};

const struct hc_space hc_grpc_status = {
    .id = HC_GRPC_STATUS,
    .name = "gRPC status",
    .family = "gRPC",
    .kind = {[HC_EN] = "status", [HC_ZH_CN] = "状态码", [HC_DE] = "Status"},
    .filter = "grpc_status",
    .target_filter = "map.grpc",
    .carriers = "`grpc-status` in the trailers of a response, or in its only headers",
    .is_outcome = true,
    .is_decimal = true,
    .max = UINT32_MAX,
    .codes = codes,
    .code_count = COUNT(codes),
    .ranges = ranges,
    .range_count = COUNT(ranges),
    .mappings = &hc_mapping_grpc_status,
    .registry_url = "https://github.com/grpc/grpc/blob/master/doc/statuscodes.md",
};
