# SPDX-License-Identifier: GPL-2.0-or-later
"""plugin/codes.md: what the registry says now, and a document whose links lead somewhere."""
import collections
import pathlib
import re
import subprocess

import pytest

from harness import expected

PLUGIN = expected.TESTS.parent / "plugin"
LANGUAGES = ("en", "zh_CN", "de")
# What no forge shows as a page any more.
LARGEST_PAGE = 500_000


@pytest.fixture(scope="module", name="document")
def fixture_document():
    return (PLUGIN / "codes.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module", name="entries")
def fixture_entries(document):
    """The text below each heading of a number, by space and number."""
    found = {}
    for part in re.split(r"^(?=#+ )", document, flags=re.MULTILINE):
        heading = re.match(r'### <a id="(\w+)-(\w+)"></a>', part)
        if heading:
            assert heading.groups() not in found, part.splitlines()[0]
            found[heading.groups()] = part
    return found


def test_says_what_the_registry_says(request, tmp_path):
    program = pathlib.Path(request.config.getoption("build"), "httpcodes-reference")
    for name in ("once.md", "again.md"):
        subprocess.run([program, tmp_path / name], check=True)
    now = (tmp_path / "once.md").read_bytes()
    assert now == (tmp_path / "again.md").read_bytes()
    stale = "plugin/codes.md is stale: cmake --build build/release --target reference"
    assert now == (PLUGIN / "codes.md").read_bytes(), stale


def test_has_every_code_that_tshark_lists(wireshark, entries):
    """Wireshark's own value tables are the witness."""
    listed = collections.defaultdict(list)
    for line in wireshark.run(["tshark", "-G", "values"]).stdout.splitlines():
        row = re.fullmatch(r"V64\thttpcodes\.(\w+)\t(\w+)\t(.*)", line)
        if row:
            listed[row[1], int(row[2], 0)].append(row[3])
    described = {(space, int(number, 0)): part.splitlines()[0] for (space, number), part in entries.items()}
    assert set(described) == set(listed)
    for code, names in listed.items():
        missing = [name for name in names if name not in described[code]]
        assert not missing, "%s %d lacks %s" % (*code, missing)


def test_describes_each_meaning_in_every_language(document):
    described = {language: len(re.findall(r"^\* %s: \S" % language, document, re.MULTILINE)) for language in LANGUAGES}
    assert described["en"] > 200
    assert set(described.values()) == {described["en"]}


def test_links_lead_to_an_entry(document):
    anchors = re.findall(r'<a id="([^"]+)"></a>', document)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([^)]+)\)", document)) <= set(anchors)


def test_links_to_documents_are_addresses(document):
    addresses = re.findall(r"\]\(<([^>]*)>\)", document)
    assert addresses
    assert [one for one in addresses if not re.fullmatch(r"https://[^\s<>]+", one)] == []


def test_tables_have_as_many_cells_as_their_headings(document):
    rows = 0
    cells = 0
    for line in document.splitlines():
        count = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0
        assert count == cells or not cells or not count, line
        cells = count
        rows += bool(count)
    assert rows > 500


def test_is_short_enough_to_be_shown(document):
    assert len(document.encode()) < LARGEST_PAGE
