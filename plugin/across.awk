# SPDX-License-Identifier: GPL-2.0-or-later
# The layout of plugin/run --across: tshark's table of exchanges in, a row for each request of which a proxy made this
# fault out.
BEGIN { FS = "\t"; row = "%5s  %-20s  %-20s  %-40s  %s\n" }

NR == 1 {
    for (i = 1; i <= NF; i++) at[$i] = i
    printf row, "frame", "request", "in front", "behind", "what the proxy made of it"
}

$at["across"] == fault {
    printf row, $at["frame"], $at["method"] " " $at["path"], $at["codes"], $at["behind_code"], fault
}
