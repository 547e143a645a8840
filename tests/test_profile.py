# SPDX-License-Identifier: GPL-2.0-or-later
"""The profile "HTTP Codes": its columns, colours, buttons and macros, each in the Wireshark under test."""
import ast
import csv
import os
import re

import pytest

from harness import expected, legs

PLUGIN = expected.TESTS.parent / "plugin"
PROFILE = PLUGIN / "profile" / "HTTP Codes"
CAPTURE = "tour.pcapng"
# The name of the rule and of the button for what the tour does not have, and the capture that has it.
ACROSS = "Across a proxy"
BOTH_LEGS = "every_finding"

# One code of the tour for each rule, by name; None: the packet keeps the colours of the theme.
RULES = {
    "Abnormal Closure": "Code out of place",
    "Service Unavailable": "Server error",
    "UNAVAILABLE": "Server error",
    "ENHANCE_YOUR_CALM": "Connection error",
    "Internal Error": "Connection error",
    "REFUSED_STREAM": "Not processed, safe to retry",
    "CANCEL": "Cancellation",
    "H3_INTERNAL_ERROR": "Reset",
    "Not Found": "Client error",
    "NO_ERROR": None,
    "Going Away": None,
    "Switching Protocols": None,
    "Not Modified": "Code out of place",
}

# Rules for what is wrong with a connection, as Wireshark itself has them; none of it is in the tour.
OF_WIRESHARK = ("Bad TCP", "ICMP errors", "TCP RST")

# A use of each macro that finds something in the tour, and the filter that it stands for.
MACROS = {
    "${codes_of:Not Found}": 'httpcodes.name == "Not Found"',
    "${code_value:8}": "httpcodes.value == 8",
    "${status_from_to:500;599}": "httpcodes.http_status >= 500 && httpcodes.http_status <= 599",
    "${answers_to_frame:8}": "httpcodes.request == 8",
    "${answers_to_path:/open}": 'httpcodes.path contains "/open"',
    "${codes_from_client}": "httpcodes.sender == 1",
    "${codes_from_server}": "httpcodes.sender == 2",
    "${cancelled}": "httpcodes.http2_error == 8 || httpcodes.http3_error == 0x10c || httpcodes.grpc_status == 1",
    "${refused}": "httpcodes.http2_error == 7 || httpcodes.http3_error == 0x10b",
    "${overloaded}": "httpcodes.http_status in {429, 503} || httpcodes.http2_error == 11 ||"
                     " httpcodes.http3_error == 0x107 || httpcodes.websocket_close == 1013 ||"
                     " httpcodes.grpc_status == 8",
}


def lines_of(name):
    return [line for line in (PROFILE / name).read_text().splitlines() if line and not line.startswith("#")]


def table(name):
    """The rows of one of Wireshark's tables, where \\x22 stands for a quotation mark."""
    rows = csv.reader(lines_of(name), skipinitialspace=True)
    return [[cell.replace("\\x22", '"').replace("\\x5c", "\\") for cell in row] for row in rows]


def colour_rules():
    """Name, filter, background, foreground of each rule; a colour is three parts of 0 to 1."""
    for line in lines_of("colorfilters"):
        _, name, rule_filter, colours = line.split("@")
        background, foreground = re.fullmatch(r"(\[.*\])(\[.*\])", colours).groups()
        yield name, rule_filter, parts(background), parts(foreground)


def parts(colour):
    return [part / 65535 for part in ast.literal_eval(colour)]


def luminance(colour):
    """Relative luminance (WCAG 2.1)."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear))


def contrast(one, other):
    """Contrast ratio (WCAG 2.1): 1 for equal colours, 21 for black on white."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def all_filters():
    found = {"colour of " + name: rule_filter for name, rule_filter, _, _ in colour_rules()}
    found.update({"button " + row[1]: row[2] for row in table("dfilter_buttons")})
    return found


@pytest.fixture(scope="module", name="settings")
def fixture_settings(wireshark):
    """A configuration folder with the profile in it, and nothing else."""
    folder = "%s/home/settings-%d" % (wireshark.stage, os.getpid())
    profiles = folder + "/profiles"
    source = wireshark.stage + "/plugin/profile/HTTP Codes"
    for command in (["rm", "-rf", folder], ["mkdir", "-p", profiles], ["cp", "-R", source, profiles]):
        answer = wireshark.run(command)
        assert answer.returncode == 0, answer.stderr
    return folder


def tshark(wireshark, settings, *arguments, file=(CAPTURE,)):
    """What tshark prints with the profile; it must have nothing to complain of."""
    answer = wireshark.run(["env", "WIRESHARK_CONFIG_DIR=" + settings, "tshark", "-C", "HTTP Codes", "-r", *file,
                            *arguments])
    assert answer.returncode == 0, answer.stderr
    assert answer.stderr == ""
    return answer.stdout.splitlines()


def frames(wireshark, settings, display_filter, file=(CAPTURE,)):
    return tshark(wireshark, settings, "-Y", display_filter, "-T", "fields", "-e", "frame.number", file=file)


def columns():
    """The titles of the profile's columns, and what is in them."""
    listing = "\n".join(lines_of("preferences")).split("gui.column.format:")[1]
    cells = re.findall('"([^"]*)"', listing)
    return list(zip(cells[::2], cells[1::2]))


def test_columns_show_the_codes(wireshark, settings):
    titles = [title for title, _ in columns()]
    ours = slice(5, 12)
    assert titles[ours] == ["Sender", "Code", "Verdict", "Host", "Path", "Request frame", "After"]
    fields = [re.fullmatch("%Cus:(.*):0:R", content)[1].split(" || ") for _, content in columns()[ours]]
    options = [option for field in sum(fields, []) for option in ("-e", field)]
    wanted = []
    for line in tshark(wireshark, settings, "-Y", "httpcodes", "-T", "fields", *options):
        values = iter(line.split("\t"))
        # A column leaves out what is empty.
        row = [re.sub("^,+|,+(?=,|$)", "", ",".join(next(values) for _ in field)) for field in fields]
        row[0] = ",".join(("unknown", "client", "server")[int(sender)] for sender in row[0].split(",") if sender)
        wanted.append(row)
    assert len(wanted) > 40
    # tshark puts an arrow between source and destination, as if it were a column.
    shown = [line.replace("\t\u2192\t", "\t").split("\t")
             for line in tshark(wireshark, settings, "-Y", "httpcodes", "-T", "tabs")]
    assert {len(row) for row in shown} == {len(titles)}
    assert [row[ours] for row in shown] == wanted
    assert any("0x10b" in row[6] for row in shown)
    assert any(row[7] == "unanswered, retry is safe" for row in shown)


def test_every_column_has_a_width():
    """4.0 calls a field's column by the field alone, 4.4 and later by all of what is in it."""
    line = "".join(lines_of("recent")).removeprefix("column.width: ")
    cells, = csv.reader([line], skipinitialspace=True)
    widths = dict(zip(cells[::2], map(int, cells[1::2])))
    # 4.0 drops the spaces of others.
    assert {name for name in widths if " " in name} == set(re.findall('"([^"]*)"', line))
    assert widths["%m"] >= 70  # seven digits
    contents = [content for _, content in columns()]
    short = [content.rsplit(":", 2)[0] for content in contents]
    assert set(widths) == set(contents + short)
    assert all(widths[content] == widths[name] for content, name in zip(contents, short))


@pytest.mark.parametrize("use", all_filters())
def test_filter_finds_something(wireshark, settings, use):
    both_legs = (legs.file_of(BOTH_LEGS), *legs.ARGUMENTS)
    found = frames(wireshark, settings, all_filters()[use], both_legs if ACROSS in use else (CAPTURE,))
    assert found or use.removeprefix("colour of ") in OF_WIRESHARK


def test_ours_stand_before_those_of_wireshark():
    assert tuple(name for name, _, _, _ in colour_rules())[-len(OF_WIRESHARK):] == OF_WIRESHARK


def test_every_macro_stands_for_its_filter(wireshark, settings):
    assert [re.match(r"\$\{(\w+)", use)[1] for use in MACROS] == [name for name, _ in table("dfilter_macros")]
    for use, meaning in MACROS.items():
        found = frames(wireshark, settings, use)
        assert found and found == frames(wireshark, settings, meaning), use


def test_colours_tell_the_codes_apart(wireshark, settings):
    assert {name for name, _, _, _ in colour_rules()} == {ACROSS, *RULES.values()} - {None} | set(OF_WIRESHARK)
    lines = tshark(wireshark, settings, "--color", "-Y", "httpcodes.event and not httpcodes.echo", "-T", "fields",
                   "-e", "httpcodes.name", "-e", "frame.coloring_rule.name")
    seen = set()
    for names, rule in (line.split("\t") for line in lines):
        for name in set(names.split(",")) & set(RULES):
            seen.add(name)
            assert rule == (RULES[name] or ""), names
    assert seen == set(RULES)


def test_a_code_that_is_no_mistake_looks_like_none(wireshark, settings):
    """0x0 on HTTP/3 is wrong, and everyday's traffic: a note."""
    lines = tshark(wireshark, settings, "--color", "-Y", "httpcodes.http3_error == 0 && httpcodes.foreign_code", "-T",
                   "fields", "-e", "frame.coloring_rule.name")
    assert lines and "Code out of place" not in lines


def test_what_only_notes_looks_like_no_problem(wireshark, settings):
    """A GOAWAY left out what the connection ends without an answer to: sent again it does no harm."""
    found = tshark(wireshark, settings, "--color", "-Y", "httpcodes.unanswered and not httpcodes.problem",
                   "-T", "fields", "-e", "frame.coloring_rule.name", file=("findings/h2_goaway.pcapng",))
    assert found and "Connection error" not in found


def test_what_warns_across_a_proxy_outweighs_the_code(wireshark, settings):
    lines = tshark(wireshark, settings, "--color", "-Y", "httpcodes.across", "-T", "fields", "-e", "frame.number", "-e",
                   "frame.coloring_rule.name", file=(legs.file_of(BOTH_LEGS), *legs.ARGUMENTS))
    coloured = {int(number) for number, rule in (line.split("\t") for line in lines) if rule == ACROSS}
    assert coloured == {line["frame"] for line in legs.lines(BOTH_LEGS) if line["severity"] == "warning"}


@pytest.mark.parametrize("rule", colour_rules(), ids=lambda rule: rule[0])
def test_colours_are_readable_in_any_theme(rule):
    _, _, background, foreground = rule
    light_theme, dark_theme = [1, 1, 1], [0x1e / 255] * 3
    # 7: text that everybody can read (WCAG 2.1, level AAA); 3 and 2: a row that stands out from those around it.
    assert contrast(foreground, background) >= 7
    assert contrast(background, light_theme) >= 3
    assert contrast(background, dark_theme) >= 2


def test_problems_are_all_findings_that_warn():
    tables = ("findings.c", "implied.c", "conversion_rows.c")
    source = "".join((PLUGIN / "judge" / file).read_text() for file in tables)
    warnings = set(re.findall(r'"(httpcodes\.\w+)",\s*HC_WARNING', source))
    button = next(row[2] for row in table("dfilter_buttons") if row[1] == "Problems")
    assert len(warnings) > 10
    assert button == "httpcodes.problem"  # tests/test_findings.py says what that is
    coloured = set(re.findall(r"httpcodes\.\w+", " ".join(rule_filter for _, rule_filter, _, _ in colour_rules())))
    assert warnings <= coloured


def test_buttons_stand_in_one_row():
    """4.6 shows "A//B" as it is, where earlier versions made a menu of it."""
    assert all(row[0] == "TRUE" and "//" not in row[1] for row in table("dfilter_buttons"))
