# SPDX-License-Identifier: GPL-2.0-or-later
# The layout of plugin/codes-table: a line of tshark's fields per frame in, a row per code out. Takes the
# separator between the values of one field, the width to cut to (empty: do not cut), and the terminal's codes
# for bold and plain. Ends with status 3 if there was no code. Runs in the C locale.
BEGIN {
    FS = "\t"
    columns = split("frame who where code meaning", title, " ")
    sizing_rows = 1000
    split("client server", side, " ")
}

{
    events = split($2, sender, separator)
    split($3, carrier, separator); split($4, stream, separator); split($5, space, separator)
    split($6, value, separator); split($7, name, separator); split($8, origin, separator)
    split($9, registration, separator); split($10, description, separator)
    for (e = 1; e <= events; e++)
        add($1, side[sender[e]] ? side[sender[e]] : "?", where_text(carrier[e], stream[e]), code_text(e), description[e])
}

END {
    if (rows && rows < sizing_rows) print_sized()
    if (!rows) exit 3
}

function where_text(carrier, stream) {
    return stream < 0 ? carrier : carrier " " stream
}

# Protocol errors are written in hex in every specification, statuses and close codes in decimal.
function code_text(e,   number) {
    number = space[e] >= 2 && space[e] <= 4 ? hex(value[e]) : value[e]
    return number " " name[e] (registration[e] == 4 ? " (" origin[e] ")" : "")
}

# By hand, digit by digit: codes have up to 62 bits, more than a number of awk holds.
function hex(decimal,   digits, quotient, rest, i) {
    do {
        rest = 0; quotient = ""
        for (i = 1; i <= length(decimal); i++) {
            rest = rest * 10 + substr(decimal, i, 1)
            if (quotient != "" || rest >= 16) quotient = quotient int(rest / 16)
            rest %= 16
        }
        digits = substr("0123456789abcdef", rest + 1, 1) digits
        decimal = quotient
    } while (decimal != "")
    return "0x" digits
}

# The first rows size the columns; later ones are printed as they come, so a huge capture does not pile up here.
function add(frame, who, where, code, meaning) {
    rows++
    if (rows > sizing_rows) {
        print_row(frame, who, where, code, meaning)
        return
    }
    cell[rows, 1] = frame; cell[rows, 2] = who; cell[rows, 3] = where; cell[rows, 4] = code; cell[rows, 5] = meaning
    if (rows == sizing_rows) print_sized()
}

function print_sized(   row, column) {
    for (column = 1; column < columns; column++) {
        size[column] = length(title[column])
        for (row = 1; row <= rows; row++)
            if (columns_of(cell[row, column]) > size[column]) size[column] = columns_of(cell[row, column])
    }
    # A long code name leaves the meaning at least two fifths of a terminal.
    room = int(width * 3 / 5) - size[1] - size[2] - size[3] - 8
    if (width && size[4] > room) size[4] = room > 20 ? room : 20
    printf "%s", bold
    print_row(title[1], title[2], title[3], title[4], title[5])
    printf "%s", plain
    for (row = 1; row <= rows; row++)
        print_row(cell[row, 1], cell[row, 2], cell[row, 3], cell[row, 4], cell[row, 5])
}

function print_row(frame, who, where, code, meaning,   line) {
    line = sprintf("%" size[1] "s  ", frame) pad(who, size[2]) pad(where, size[3]) \
        pad(width ? cut(code, size[4]) : code, size[4]) meaning
    print width ? cut(line, width) : line
}

function pad(text, size) {
    return text sprintf("%" (size > columns_of(text) ? size - columns_of(text) + 2 : 2) "s", "")
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
    sub(/ +$/, "", kept)
    return kept "…"
}
