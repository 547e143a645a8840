# SPDX-License-Identifier: GPL-2.0-or-later
"""The benchmark: its arithmetic, its table, and that its contenders do what they are compared for. No times."""
import subprocess

import pytest

from bench import captures, figures, machine, plan, runs, table, targets
from bench.figures import INSTRUCTIONS, MEMORY, PRINTED, TIME, Cell
from bench.stage import Stage
from harness import expected

KNOWN_CAPTURES = {capture.name: capture for capture in plan.CAPTURES}
MODES = {mode.name: mode for mode in plan.MODES}
CONTENDERS = {contender.name: contender for contender in plan.CONTENDERS}
FULL_OF_CODES = expected.CAPTURES / "http1_statuses.pcapng"


def cell(capture="h2", mode="fields", codes=10_000, wireshark="4.0", **values):
    return Cell(wireshark, KNOWN_CAPTURES[capture], MODES[mode], codes, values)


def times(**seconds):
    return cell(**{TIME: seconds})


def test_middle_is_the_median():
    assert figures.middle(times(without=[9, 1, 2]), "without", TIME) == 2


def test_ratio_is_the_median_of_pairs():
    # The ratio of the medians would be 4 / 2.
    assert figures.ratio(times(without=[1, 2, 4], plugin=[4, 2, 5]), "plugin", "without", TIME) == 1.25


def test_extra_is_what_comes_on_top():
    assert figures.extra(times(without=[10, 20, 30], plugin=[11, 21, 35]), "plugin", TIME) == 1


def test_memory_is_told_in_bytes_a_code():
    assert figures.bytes_a_code(cell(codes=51_200, **{MEMORY: {"without": [100, 100], "plugin": [2100, 3100]}})) == 50
    assert figures.bytes_a_code(cell(codes=9_999, **{MEMORY: {"without": [100], "plugin": [120]}})) is None


def test_what_was_not_measured_is_none():
    assert figures.middle(cell(), "without", INSTRUCTIONS) is None
    assert figures.ratio(cell(), "plugin", "without", INSTRUCTIONS) is None
    assert figures.extra(cell(), "plugin", INSTRUCTIONS) is None
    assert figures.ratio(cell(**{PRINTED: {"without": [0], "plugin": [0]}}), "plugin", "without", PRINTED) is None


def judged(one):
    return {(verdict.target.title, verdict.unit): verdict.met for verdict in targets.verdicts([one])}


@pytest.mark.parametrize("plugin, met", [(102, True), (103, False)])
def test_target_is_met_up_to_its_limit(plugin, met):
    one = cell("none", **{INSTRUCTIONS: {"without": [100], "plugin": [plugin]}})
    assert judged(one) == {("plugin / without", INSTRUCTIONS): met}


@pytest.mark.parametrize("series, met", [("4.0", {}), ("4.4", {("plugin / without", INSTRUCTIONS): False})])
def test_a_limit_may_be_of_some_wiresharks_alone(series, met):
    assert judged(cell(wireshark=series, **{INSTRUCTIONS: {"without": [100], "plugin": [110]}})) == met


@pytest.mark.parametrize("printed, met", [(130, True), (110, False)])
def test_time_may_grow_as_the_output_does(printed, met):
    one = cell(mode="verbose", **{TIME: {"without": [10], "plugin": [12]},
                                  PRINTED: {"without": [100], "plugin": [printed]}})
    assert judged(one) == {("plugin / without: no more than in bytes printed", TIME): met}


@pytest.mark.parametrize("target", targets.TARGETS, ids=[target.title for target in targets.TARGETS])
def test_target_names_what_there_is(target):
    assert set(target.captures) <= set(KNOWN_CAPTURES)
    assert set(target.modes) <= set(MODES)


def test_table_has_a_row_for_each_cell():
    one = cell(**{TIME: {"without": [2], "floor": [2], "plugin": [3], "lua": [4]},
                  MEMORY: {"without": [1024], "plugin": [2048]}})
    heading, rule, row = table.results([one]).splitlines()
    assert heading.count("|") == rule.count("|") == row.count("|")
    assert [part.strip() for part in row.strip("|").split("|")] == [
        "HTTP/2", "`-T fields` of others", "4.0", *"–––", "2.00", "1.000", "1.500", "2.000", "–", "1.0", "2.0", "105"]


def counted(wireshark, plugin, **more):
    return cell(wireshark=wireshark, **{"mode": "summary", **more},
                **{INSTRUCTIONS: {"without": [100], "floor": [110], "plugin": [plugin]}})


def test_summaries_stand_side_by_side():
    cells = [counted("4.0", 120), counted("4.0", 190, mode="filter"),
             counted("4.4", 130), counted("4.4", 140, capture="none")]
    assert table.summaries(cells).splitlines() == [
        "| instructions of a summary | 4.0 | 4.4 |",
        "| --- | --: | --: |",
        "| HTTP/2 | 1.200 | 1.300 |",
        "| no HTTP | – | 1.400 |"]


def test_table_of_targets_says_what_is_missed():
    missed, met = (cell("none", **{INSTRUCTIONS: {"without": [100], "plugin": [plugin]}}) for plugin in (110, 100))
    _, _, *rows = table.targets(targets.verdicts([missed, met])).splitlines()
    assert [row.split("|")[1].strip() for row in rows] == ["**missed**", "met"]


def test_the_table_has_a_place_that_readme_points_to():
    text = plan.PUBLISHED.read_text(encoding="utf-8")
    assert "(%s)" % plan.PUBLISHED.relative_to(plan.TOP) in (plan.TOP / "README.md").read_text(encoding="utf-8")
    changed = table.replace_in(text, "measured\n")
    assert "<!-- bench -->\nmeasured\n<!-- /bench -->" in changed
    assert changed.split("<!-- bench -->")[0] == text.split("<!-- bench -->")[0]
    assert changed.split("<!-- /bench -->")[1] == text.split("<!-- /bench -->")[1]


def test_machine_is_described(tmp_path):
    (tmp_path / "cpuinfo").write_text("processor\t: 0\nmodel name\t: A Fast One\nprocessor\t: 1\n")
    (tmp_path / "meminfo").write_text("MemTotal:        8388608 kB\n")
    (tmp_path / "sys" / "kernel").mkdir(parents=True)
    (tmp_path / "sys" / "kernel" / "osrelease").write_text("6.1.0\n")
    described = machine.describe(["4.0.17", "4.4.7"], tmp_path)
    assert described.startswith("A Fast One, ")
    assert described.endswith(" cores, 8 GiB, Linux 6.1.0, Wireshark 4.0.17, 4.4.7")
    assert machine.wireshark("TShark (Wireshark) 4.0.17 (Git)") == "4.0.17"


def test_output_is_counted():
    run = runs.measure(["printf", r"one\ntwo\n"], {})
    assert (run.printed, run.lines) == (8, 2)
    assert run.peak_kib > 0


@pytest.mark.parametrize("command", ["exit 1", "echo trouble >&2"])
def test_run_that_complains_is_no_measurement(command):
    with pytest.raises(RuntimeError):
        runs.measure(["sh", "-c", command], {})


@pytest.fixture(scope="module", name="stage")
def fixture_stage(request):
    # What has a sanitizer in it needs the sanitizer's library first.
    preload = request.config.getoption("preload")
    environment = {"LD_PRELOAD": preload, "ASAN_OPTIONS": "detect_leaks=0"} if preload else {}
    with Stage(request.config.getoption("build"), environment) as stage:
        yield stage


PROTOCOLS = {"without": None, "floor": "httpcodes_floor", "plugin": "httpcodes", "lua": "luahints"}


def knows(stage, contender, protocol):
    try:
        stage.text(contender, "-r", str(captures.write_empty(stage)), "-Y", protocol)
        return True
    except subprocess.CalledProcessError:
        return False


@pytest.mark.parametrize("name", CONTENDERS)
def test_contender_is_loaded_alone(stage, name):
    known = [protocol for protocol in PROTOCOLS.values() if protocol and knows(stage, CONTENDERS[name], protocol)]
    assert known == [PROTOCOLS[name]] * (name != "without")


def test_all_contenders_select_the_same_frames(stage):
    capture = stage.add(FULL_OF_CODES)
    numbers = ("-T", "fields", "-e", "frame.number")
    shown = {name: stage.text_of(stage.command(capture, MODES["ours"], contender, *numbers), contender)
             for name, contender in CONTENDERS.items()}
    assert shown["without"]
    assert set(shown.values()) == {shown["without"]}
