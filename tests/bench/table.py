# SPDX-License-Identifier: GPL-2.0-or-later
"""The results as Markdown, and their places in README.md and the file that it points to."""
from bench import figures
from bench.figures import INSTRUCTIONS, MEMORY, PRINTED, TIME

NOTHING = "–"
KIBIBYTES_A_MEBIBYTE = 1024
BEGIN, END = "<!-- bench -->\n", "<!-- /bench -->\n"


def ratio(contender, unit):
    return lambda cell: figures.ratio(cell, contender, "without", unit)


def peak_mebibytes(contender):
    def peak(cell):
        found = figures.middle(cell, contender, MEMORY)
        return None if found is None else found / KIBIBYTES_A_MEBIBYTE
    return peak


# Heading, format of a number, function of the cell.
COLUMNS = (
    ("instructions floor", "%.3f", ratio("floor", INSTRUCTIONS)),
    ("instructions plugin", "%.3f", ratio("plugin", INSTRUCTIONS)),
    ("instructions Lua", "%.3f", ratio("lua", INSTRUCTIONS)),
    ("without, s", "%.2f", lambda cell: figures.middle(cell, "without", TIME)),
    ("floor", "%.3f", ratio("floor", TIME)),
    ("plugin", "%.3f", ratio("plugin", TIME)),
    ("Lua", "%.3f", ratio("lua", TIME)),
    ("printed", "%.3f", ratio("plugin", PRINTED)),
    ("peak MiB without", "%.1f", peak_mebibytes("without")),
    ("peak MiB plugin", "%.1f", peak_mebibytes("plugin")),
    ("bytes a code", "%.0f", figures.bytes_a_code),
)


def results(cells):
    rows = [[cell.capture.title, cell.mode.title, cell.wireshark] + [_shown(form, of(cell)) for _, form, of in COLUMNS]
            for cell in cells]
    return _markdown(["capture", "mode", "Wireshark"] + [heading for heading, _, _ in COLUMNS], rows, texts=3)


def summaries(cells):
    """What README.md shows: the instructions of a summary, a row for each capture, by Wireshark."""
    shown = {(cell.capture.title, cell.wireshark): cell for cell in cells if cell.mode.name == "summary"}
    titles, wiresharks = (list(dict.fromkeys(names)) for names in zip(*shown)) if shown else ([], [])
    rows = [[title] + [_ratio_shown(shown.get((title, wireshark))) for wireshark in wiresharks] for title in titles]
    return _markdown(["instructions of a summary"] + wiresharks, rows, texts=1)


def _ratio_shown(cell):
    return _shown("%.3f", cell and figures.ratio(cell, "plugin", "without", INSTRUCTIONS))


def targets(verdicts):
    rows = [["met" if verdict.met else "**missed**", verdict.target.title, verdict.cell.capture.title,
             verdict.cell.mode.title, verdict.cell.wireshark, verdict.unit, "%.3f" % verdict.value,
             "%.3f" % verdict.limit]
            for verdict in verdicts]
    return _markdown(["target", "what", "capture", "mode", "Wireshark", "measured by", "is", "at most"], rows, texts=6)


def _shown(form, number):
    return NOTHING if number is None else form % number


def _markdown(headings, rows, texts):
    """A table whose first columns are texts, and all others numbers."""
    rule = ["---"] * texts + ["--:"] * (len(headings) - texts)
    return "".join("| %s |\n" % " | ".join(row) for row in [headings, rule, *rows])


def replace_in(text, new):
    """The text with what stands between the marks replaced."""
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return before + BEGIN + new + END + after
