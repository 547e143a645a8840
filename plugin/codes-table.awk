# SPDX-License-Identifier: GPL-2.0-or-later
# The layout of plugin/codes-table: a line of tshark's fields per frame in, a row per code out. Takes the
# separator between the values of one field, the width to cut to (empty: do not cut), and the terminal's codes
# for bold and plain. Ends with status 3 if there was nothing to print. Runs in the C locale, with unread.awk.
BEGIN {
    FS = "\t"
    columns = split("frame|who|where|request|code|what to do|meaning", title, "|")
    # The narrowest that a column gets on a terminal, its share, and the widest that it takes from those behind it.
    split("5 6 5 8 14 12 16", narrowest, " ")
    split("5 6 14 10 20 16", share, " ")
    split("9 6 20 40 48 48", widest, " ")
    sizing_rows = 1000
    split("client server", side, " ")
}

{
    if ($21 ~ /:tls/ && $11 != "") note_tls($11, $21, $22, $23)
    if ($24 != "") note_quic($12, $24, $25)
    events = split($2, sender, separator)
    if (!events && $26 == "") next
    split($3, carrier, separator); split($4, stream, separator); split($5, asked, separator)
    split($6, code, separator); split($7, registration, separator); split($8, origin, separator)
    split($9, verdict, separator); split($10, description, separator)
    add_title(connection_text(events ? sender[1] : 0))
    for (e = 1; e <= events; e++) {
        row[0] = ""; row[1] = $1; row[2] = side[sender[e]] ? side[sender[e]] : "?"
        row[3] = stream[e] < 0 ? carrier[e] : carrier[e] " " stream[e]
        row[4] = asked[e]
        row[5] = code[e] (registration[e] == 4 ? " (" origin[e] ")" : "")
        row[6] = verdict[e]; row[7] = description[e]
        add_row()
    }
    # What was not said is a sentence across the columns behind the frame.
    unsaid = split($26, sentence, separator)
    for (e = 1; e <= unsaid; e++) {
        split("", row)
        row[0] = sentence[e]; row[1] = $1
        add_row()
    }
}

END {
    if (rows && rows < sizing_rows) print_sized()
    report_unread()
    if (!rows) exit 3
}

# Of the addresses in a frame the innermost, which TCP or UDP runs over.
function last(values,   part) {
    return part[split(values, part, separator)]
}

function end_point(address4, address6, port,   address) {
    address = address4 != "" ? last(address4) : "[" last(address6) "]"
    return address ":" last(port)
}

# "TCP stream 3, client 192.0.2.1:40000, server 192.0.2.2:443"; empty where Wireshark numbers no connection.
function connection_text(sent_by,   name, from, to) {
    if ($11 != "") name = "TCP stream " last($11)
    else if ($12 != "") name = "UDP stream " last($12)
    else return ""
    from = end_point($13, $14, $11 != "" ? $17 : $18)
    to = end_point($15, $16, $11 != "" ? $19 : $20)
    if (sent_by == 1) return name ", client " from ", server " to
    if (sent_by == 2) return name ", client " to ", server " from
    return name ", between " from " and " to
}

# A title for each change of the connection. An unknown sender does not make it another one.
function add_title(text,   key) {
    key = text
    sub(/,.*/, "", key)
    if (key == connection) return
    connection = key
    if (rows >= sizing_rows) print_title(text)
    else titles[rows + 1] = text
}

# The first rows size the columns; later ones are printed as they come, so a huge capture does not pile up here.
function add_row(   column) {
    rows++
    if (rows > sizing_rows) {
        print_row(row)
        return
    }
    for (column = 0; column <= columns; column++) cell[rows, column] = row[column]
    if (rows == sizing_rows) print_sized()
}

function print_sized(   r, column) {
    for (column = 1; column < columns; column++) {
        size[column] = columns_of(title[column])
        for (r = 1; r <= rows; r++)
            if (columns_of(cell[r, column]) > size[column]) size[column] = columns_of(cell[r, column])
        if (size[column] > widest[column]) size[column] = widest[column]
    }
    if (width) fit()
    printf "%s", bold
    print_row(title)
    printf "%s", plain
    for (r = 1; r <= rows; r++) {
        if (r in titles) print_title(titles[r])
        for (column = 0; column <= columns; column++) row[column] = cell[r, column]
        print_row(row)
    }
}

# The column with the most beyond its share gives way first. The meaning has what is left, if that is enough to say
# anything.
function fit(   column, worst, room) {
    for (;;) {
        room = width
        worst = 0
        for (column = 1; column < columns; column++) {
            room -= size[column] + (column < columns - 1 ? 2 : 0)
            if (size[column] <= narrowest[column]) continue
            if (!worst || size[column] / share[column] > size[worst] / share[worst]) worst = column
        }
        if (room >= 0 || !worst) break
        size[worst]--
    }
    has_no_meaning = room < narrowest[columns] + 2
}

function print_title(text) {
    if (text != "") print bold (width ? cut(text, width) : text) plain
}

function print_row(cells,   line) {
    line = sprintf("%" size[1] "s  %s", cells[1], cells[0] != "" ? cells[0] : cells_text(cells))
    sub(/ +$/, "", line)
    print width ? cut(line, width) : line
}

function cells_text(cells,   text, column) {
    for (column = 2; column < columns; column++)
        text = text pad(width ? cut(cells[column], size[column]) : cells[column], size[column]) "  "
    return has_no_meaning ? text : text cells[columns]
}

function pad(text, size) {
    return text sprintf("%" (size > columns_of(text) ? size - columns_of(text) : 0) "s", "")
}

# awk counts bytes here: in UTF-8 every byte but a continuation byte starts a character, and East Asian
# characters (first byte 0xe3 to 0xed) are two columns wide.
function columns_of(text,   wide) {
    gsub(/[\200-\277]/, "", text)
    wide = text
    gsub(/[^\343-\355]/, "", wide)
    return length(text) + length(wide)
}

# Byte by byte, so that no character is cut in two.
function cut(text, size,   used, byte, kept, i) {
    if (columns_of(text) <= size) return text
    for (i = 1; used < size; i++) {
        byte = substr(text, i, 1)
        used += byte ~ /[\200-\277]/ ? 0 : byte ~ /[\343-\355]/ ? 2 : 1
    }
    kept = substr(text, 1, i - 2)
    sub(/[ ,]+$/, "", kept)
    return kept "…"
}
