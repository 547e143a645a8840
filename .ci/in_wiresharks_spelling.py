#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Prints the plugin's C files as one, with its fields spelled as Wireshark's checkers know them.

These read C by regular expressions: a variable hf_NAME for each field, written out in the table and in each call. Our
fields are rows of a macro, numbers of an enum, and mostly added by a helper. What is printed is for the checkers only;
it does not compile.

    in_wiresharks_spelling.py FILE.c...
"""
import pathlib
import re
import subprocess
import sys

INCLUDE = re.compile(r"^#include.*$", re.MULTILINE)
# A function that takes a field and adds it by Wireshark's function for one type, or by another such function.
TAKES_FIELD = r"\bvoid (\w+)\([^)]*enum hc_field field[^)]*\)\s*\{[^}]*?"
HELPER = re.compile(TAKES_FIELD + r"\b(proto_tree_add_\w+)\([^;]*hc_fields\[field\]")
HELPED = re.compile(TAKES_FIELD + r"\b(\w+)\(at, field,")
NAME_IN_PARTS = re.compile(r'"(httpcodes\.)"\s+"')
# The names of values, one table of many.
ONE_OF_TABLES = re.compile(r"VALS\((\w+)\[(\w+)\]\)")
STRING_OR_MEMBER = re.compile(r'"(?:\\.|[^"\\])*"|(\w)(?:->|\.)(?=[a-z])')


def main(files):
    text = "\n".join(INCLUDE.sub("", pathlib.Path(file).read_text()) for file in files)
    text = with_variables(with_simple_arguments(preprocessed(text)))
    for name in sorted(set(re.findall(r"\bhf_httpcodes_\w+", text))):
        print("static int %s = -1;" % name)
    print(text)


def preprocessed(text):
    """With our own macros expanded; those of Wireshark, whose headers are left out, stand as they are."""
    done = subprocess.run(["cc", "-E", "-P", "-x", "c", "-"], input=text, capture_output=True, text=True, check=True)
    # One row a line: checkfiltername.pl looks for no second one.
    return NAME_IN_PARTS.sub(r'"\1', done.stdout).replace("HFILL } },", "HFILL } },\n")


def with_simple_arguments(text):
    """check_typed_item_calls.py wants tables of values, and the arguments up to the length, to be plain names."""
    text = ONE_OF_TABLES.sub(r"VALS(\1_\2)", text)
    return STRING_OR_MEMBER.sub(lambda found: found[1] + "_" if found[1] else found[0], text)


def with_variables(text):
    helpers = dict(HELPER.findall(text))
    # One that adds it by another helper stands behind that one.
    for helped, helper in HELPED.findall(text):
        if helper in helpers:
            helpers[helped] = helpers[helper]
    for helper, function in helpers.items():
        call = r"\b%s\(&?(\w+), HC_FIELD_(\w+)," % helper
        text = re.sub(call, r"%s(\1, hc_fields[HC_FIELD_\2], tvb, start, length," % function, text)
    return re.sub(r"hc_fields\[HC_FIELD_(\w+)\]", lambda found: "hf_httpcodes_" + found[1].lower(), text)


main(sys.argv[1:])
