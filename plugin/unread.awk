# SPDX-License-Identifier: GPL-2.0-or-later
# For plugin/codes-table: which connections tshark could not decrypt, and what to do about it. No connection is named
# that carries nothing but its handshake.

# What tells of TLS in a frame: the protocols in it, the types of its records as they stand on the wire (TLS 1.3) and
# as they are once they are decrypted, or in plain (TLS 1.2). 23 is application data. Certificates are readable and
# dissected even without keys.
function note_tls(stream, protocols, opaque_types, types,   hidden, shown) {
    hidden = opaque_types ~ /23/
    shown = types ~ /23/
    sub(/.*:tls/, "", protocols)
    gsub(/:(x509|pkix|pkcs|cms|ocsp|pkinit)[a-z0-9_-]*/, "", protocols)
    if (hidden || shown) tls[stream]
    if ((hidden && shown) || protocols != "") tls_read[stream]
}

# Packets with a short header: those of 1-RTT, whose frames show once they are decrypted.
function note_quic(stream, header_forms, frame_types) {
    if (header_forms !~ /^0/ || header_forms ~ /1/) return
    quic[stream]
    if (frame_types != "") quic_read[stream]
}

function count_unread(seen, was_read,   stream, count) {
    for (stream in seen)
        if (!(stream in was_read)) count++
    return count + 0
}

function report_unread(   of_tls, of_quic, out) {
    of_tls = count_unread(tls, tls_read)
    of_quic = count_unread(quic, quic_read)
    if (of_tls + of_quic == 0) return
    out = "cat >&2"
    printf "not decrypted, for want of keys: connections of TLS: %d, of QUIC: %d\n", of_tls, of_quic | out
    print "  Have the client write them: SSLKEYLOGFILE=keys.log curl ..., or a browser started so. Then" | out
    print "    plugin/run FILE -o tls.keylog_file:keys.log" | out
    print "  or put them into a copy of the capture: editcap --inject-secrets tls,keys.log FILE with-keys.pcapng" | out
    close(out)
}
