# SPDX-License-Identifier: GPL-2.0-or-later
"""The user's own codes: in a file of the configuration or of a profile, and on the command line."""
import pathlib
import shutil
import tempfile

import pytest

from harness import events

COFFEE = '"HTTP status","520","","Us","Out of Coffee","Somebody has to brew.",""'
# In the tour 520 is frame 25, and nobody names a product there.
BUILT_IN = ["Web Server Returned an Unknown Error", "Cloudflare"]

BAD_ROWS = {
    '"HTTP stati","521","","Us","Bad space","",""': "The space must be HTTP status, HTTP/2 error, HTTP/3 error,",
    '"HTTP status","530","529","Us","Backwards","",""': "The last value must not be below the first.",
    '"HTTP status","404","","Us","","No name.",""': "The name must not be empty.",
    '"HTTP status","many","","Us","No number","",""': "The first value must be a number,",
    '"HTTP status","510","525","Us","Overlapping","",""': 'The values overlap with those of "Out of Coffee"; one',
    '"HTTP status","521","","Us","Bad retry","","","later",""': "The retry must be one of the words in the list",
    '"HTTP status","521","","Us","Bad fault","","","no","them"': "The fault must be nobody, client, server,",
    '"gRPC status","0x1ffffffffffffff","","Us","Too large","",""': "The value is larger than a code of this space",
}


class Configuration:
    """A folder with Wireshark's settings, where the Wireshark under test sees it."""

    def __init__(self, wireshark):
        stage = pathlib.Path(wireshark.root, wireshark.stage.lstrip("/"))
        self.wireshark = wireshark
        self.place = pathlib.Path(tempfile.mkdtemp(prefix="configuration.", dir=stage))
        self.place.chmod(0o755)

    def write(self, *rows, profile=""):
        folder = self.place / "profiles" / profile if profile else self.place
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "httpcodes_codes").write_text("# my codes\n" + "".join(row + "\n" for row in rows))

    def run(self, *arguments):
        variable = "WIRESHARK_CONFIG_DIR=%s/%s" % (self.wireshark.stage, self.place.name)
        return self.wireshark.run(["env", variable, "tshark", "-r", "tour.pcapng", *arguments])

    def meanings(self, display_filter, *arguments):
        """Name and origin of the codes in the packets that the filter selects."""
        answer = self.run(*arguments, "-Y", display_filter, "-T", "fields", "-E", "aggregator=" + events.SEPARATOR,
                          "-e", "httpcodes.name", "-e", "httpcodes.origin")
        assert answer.returncode == 0, answer.stderr
        trouble = events.TROUBLE.search(answer.stderr)
        assert not trouble, trouble.group()
        codes = []
        for line in answer.stdout.splitlines():
            codes += map(list, zip(*(column.split(events.SEPARATOR) for column in line.split("\t"))))
        return codes, answer.stderr


@pytest.fixture(name="configuration")
def fixture_configuration(wireshark):
    configuration = Configuration(wireshark)
    yield configuration
    shutil.rmtree(configuration.place)


def option(row):
    return "-o", "uat:httpcodes_codes:" + row


def test_without_a_table_the_built_in_row_holds(configuration):
    assert configuration.meanings("frame.number == 25") == ([BUILT_IN], "")


def test_a_row_of_a_file_wins(configuration):
    configuration.write(COFFEE)
    assert configuration.meanings("httpcodes.http_status == 520") == ([["Out of Coffee", "Us"]], "")


def test_a_row_of_the_command_line_wins(configuration):
    assert configuration.meanings("httpcodes.http_status == 520", *option(COFFEE)) == ([["Out of Coffee", "Us"]], "")


def test_rows_of_file_and_command_line_add_up(configuration):
    configuration.write(COFFEE)
    lost = option('"HTTP status","404","","","Lost","",""')
    codes, _ = configuration.meanings("http and httpcodes.http_status in {404, 520}", *lost)
    assert codes == [["Lost", "own"], ["Out of Coffee", "Us"]]


def test_a_profile_has_rows_of_its_own(configuration):
    configuration.write(COFFEE)
    configuration.write('"HTTP status","520","","","Profile\'s own","",""', profile="mine")
    assert configuration.meanings("frame.number == 25", "-C", "mine") == ([["Profile's own", "own"]], "")
    assert configuration.meanings("frame.number == 25") == ([["Out of Coffee", "Us"]], "")


def test_description_and_alternative_are_shown(configuration):
    answer = configuration.run(*option(COFFEE), "-Y", "frame.number == 25", "-T", "fields",
                               "-e", "httpcodes.description", "-e", "httpcodes.alternative")
    assert answer.stdout.strip() == ("Somebody has to brew.\tWeb Server Returned an Unknown Error (Cloudflare),"
                                     "Origin Reset the Request (Tencent EdgeOne)")


def test_a_range_covers_all_of_its_codes(configuration):
    configuration.write('"HTTP status","400","0x1ff","Us","Not our fault","",""')
    codes, _ = configuration.meanings("http and httpcodes.http_status >= 400 and httpcodes.http_status <= 511")
    assert codes and all(code == ["Not our fault", "Us"] for code in codes)


@pytest.mark.parametrize("frame,row,name", [
    (11, '"HTTP status","503","","","Nap","","nginx"', "Nap"),
    (11, '"HTTP status","503","","","Nap","","NGINX"', "Nap"),
    (11, '"HTTP status","503","","","Nap","","apache"', "Service Unavailable"),
    (235, '"WebSocket close","4401","","","Closed shop","","graphql-transport-ws"', "Closed shop"),
    (235, '"WebSocket close","4401","","","Closed shop","","graphql"', "Unauthorized"),
])
def test_a_condition_must_hold(configuration, frame, row, name):
    configuration.write(row)
    codes, said = configuration.meanings("frame.number == %d" % frame)
    assert ([code[0] for code in codes], said) == ([name], "")


@pytest.mark.parametrize("bad", BAD_ROWS)
def test_a_bad_row_is_refused_with_what_to_mend(configuration, bad):
    behind = '"HTTP status","418","","Us","Kettle","",""'
    configuration.write(COFFEE, bad, behind)
    codes, said = configuration.meanings("http and httpcodes.http_status in {404, 418, 520}")
    assert codes == [["Not Found", "IANA"], ["Out of Coffee", "Us"], ["Kettle", "Us"]]
    sentence, = said.splitlines()
    assert sentence.startswith("tshark: HTTP codes of your own: ") and " is not used. " + BAD_ROWS[bad] in sentence


@pytest.mark.parametrize("bad", BAD_ROWS)
def test_a_bad_row_on_the_command_line_ends_tshark(configuration, bad):
    answer = configuration.run(*option(COFFEE), *option(bad))
    assert answer.returncode != 0
    assert BAD_ROWS[bad] in answer.stderr and not answer.stdout


@pytest.mark.parametrize("columns,verdict", [("", "5\t1"), (',"after a delay","server"', "4\t2"),
                                             (',"","nobody"', "5\t0"), (',"not a failure"', "0\t1")])
def test_retry_and_fault_are_as_the_user_says(configuration, columns, verdict):
    """Also where a row of an older table lacks the last of them, or both."""
    row = '"HTTP status","404","","Us","Lost","",""' + columns
    for how in ("file", "option"):
        configuration.write(*([row] if how == "file" else []))
        answer = configuration.run(*(option(row) if how == "option" else []),
                                   "-Y", "http and httpcodes.http_status == 404",
                                   "-T", "fields", "-e", "httpcodes.retry", "-e", "httpcodes.fault")
        assert (answer.returncode, answer.stdout, answer.stderr) == (0, verdict + "\n", "")


def test_rows_that_wireshark_cannot_read_are_named_by_it(configuration):
    answer = configuration.run(*option('"HTTP status"'))
    assert answer.returncode != 0
    assert "httpcodes_codes" in answer.stderr
