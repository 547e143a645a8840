-- SPDX-License-Identifier: GPL-2.0-or-later
-- What a user would write in an afternoon: the names of the codes, and a sentence on the usual ones.
local peer = Proto("luahints", "Lua HTTP Code Hints")
local name_field = ProtoField.string("luahints.name", "Name")
local hint_field = ProtoField.string("luahints.hint", "Hint")
peer.fields = {name_field, hint_field}

local statuses = {
    [200] = {"OK", "All is well."},
    [302] = {"Found", "Look elsewhere."},
    [404] = {"Not Found", "The server has nothing here."},
    [429] = {"Too Many Requests", "Slow down."},
    [502] = {"Bad Gateway", "The server behind the gateway gave a bad answer."},
    [503] = {"Service Unavailable", "The server is overloaded."},
}
local http2 = {
    [0] = {"NO_ERROR", "A graceful end."},
    {"PROTOCOL_ERROR", "The peer broke the protocol."},
    {"INTERNAL_ERROR", "The sender failed."},
    {"FLOW_CONTROL_ERROR", "The peer sent too much."},
    {"SETTINGS_TIMEOUT", "The peer did not acknowledge the settings."},
    {"STREAM_CLOSED", "A frame came after the end of its stream."},
    {"FRAME_SIZE_ERROR", "A frame has a wrong size."},
    {"REFUSED_STREAM", "Not processed: try again."},
    {"CANCEL", "The stream is not needed any more."},
    {"COMPRESSION_ERROR", "The header compression is broken."},
    {"CONNECT_ERROR", "The tunnel's connection failed."},
    {"ENHANCE_YOUR_CALM", "The peer generates too much load."},
    {"INADEQUATE_SECURITY", "TLS is not good enough."},
    {"HTTP_1_1_REQUIRED", "Use HTTP/1.1."},
}
local http3 = {
    [0x100] = {"H3_NO_ERROR", "A graceful end."},
    [0x10b] = {"H3_REQUEST_REJECTED", "Not processed: try again."},
    [0x10c] = {"H3_REQUEST_CANCELLED", "The request is not needed any more."},
}
local closes = {
    [1000] = {"Normal Closure", "Done."},
    [1001] = {"Going Away", "The server stops, or the page was left."},
}

local sources = {
    {"http.response.code", statuses},
    {"http2.headers.status", statuses},
    {"http2.rst_stream.error", http2},
    {"http2.goaway.error", http2},
    {"http3.headers.status", statuses},
    {"quic.rsts.application_error_code", http3},
    {"quic.ss.application_error_code", http3},
    {"quic.cc.error_code", {}},
    {"quic.cc.error_code.app", http3},
    {"websocket.payload.close.status_code", closes},
}

-- Field.new raises where this Wireshark lacks the field.
local found = {}
for _, source in ipairs(sources) do
    local exists, field = pcall(Field.new, source[1])
    if exists then
        table.insert(found, {field, source[2]})
    end
end

function peer.dissector(buffer, pinfo, tree)
    local item
    for _, source in ipairs(found) do
        for _, info in ipairs({source[1]()}) do
            local known = source[2][tonumber(tostring(info.value))] or {"?", "?"}
            item = item or tree:add(peer, buffer(0, 0))
            item:add(name_field, known[1])
            item:add(hint_field, known[2])
        end
    end
end

register_postdissector(peer)
