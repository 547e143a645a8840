# SPDX-License-Identifier: GPL-2.0-or-later
"""Does the fuzzing that tests/fuzz/run has set up: runs the jobs, keeps what failed, prints the count."""
import argparse
import collections
import concurrent.futures
import functools
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))

from harness.wireshark import Wireshark  # noqa: E402
import budget as budgets  # noqa: E402
import plan  # noqa: E402
import reading  # noqa: E402

COUNTED = ("libFuzzer runs", "altered captures", "captures altered after decryption", "random packets", "preferences")
AGAIN = "again.json"
TIMEOUT_SECONDS = 3600

Options = argparse.Namespace


class Campaign:
    """options: those of tests/fuzz/run. Counts what was run, and keeps the troubles."""

    def __init__(self, options):
        self.options = options
        self.budget = budgets.LONG if options.long else budgets.SHORT
        self.counts = collections.Counter()
        self.ours = []
        self.wiresharks = collections.Counter()

    @functools.cached_property
    def reader(self):
        return reader(self.options)

    def run(self):
        jobs = plan.Plan(self.budget, self.reader.modes()).jobs()
        with concurrent.futures.ThreadPoolExecutor(self.options.jobs) as pool:
            done = [pool.submit(self._fuzz_target, target) for target in budgets.TARGETS]
            done += [pool.submit(self._do, job) for job in jobs]
            try:
                for one in concurrent.futures.as_completed(done):
                    one.result()
            except KeyboardInterrupt:
                pool.shutdown(cancel_futures=True)
                self._report("stopped before the end", "tests/fuzz/run")
        if not self.reader.altered_decryptions:
            self._report("altered_decryption.so alters nothing", "tests/fuzz/run")

    def _do(self, job):
        folder = work_folder(self.options, job.name)
        inputs, count = job.make(folder)
        make_readable(folder)
        for number, read in enumerate(inputs):
            trouble = self.reader.trouble(read)
            if trouble:
                self._keep("%s-%d" % (job.name, number), folder, trouble)
        self.counts[job.counted] += count
        shutil.rmtree(folder)

    def _keep(self, name, folder, trouble):
        if not trouble.is_ours:
            self.wiresharks.update(trouble.names)
            return
        kept = self.options.found / name
        shutil.copytree(folder, kept, dirs_exist_ok=True)
        (kept / "stderr").write_text(trouble.words)
        read = trouble.input
        (kept / AGAIN).write_text(json.dumps({
            "file": pathlib.Path(read.path).name, "arguments": [*read.arguments],
            "settings": [setting.replace(str(folder), "{folder}") for setting in read.settings]}))
        self._report("; ".join(sorted(trouble.names)), "tests/fuzz/run --again %s" % kept)

    def _report(self, words, again):
        self.ours.append(words)
        print("FOUND  %s\n       again: %s" % (words, again), flush=True)

    def _fuzz_target(self, target):
        runs, more = budgets.TARGETS[target]
        corpus = work_folder(self.options, target)
        program = self.options.programs / target
        command = [program, "-seed=1", "-runs=%d" % (runs * self.budget.runs), "-max_len=4096", *more,
                   "-artifact_prefix=%s/%s-" % (self.options.found, target), corpus, self.options.seeds / target]
        self.options.found.mkdir(parents=True, exist_ok=True)
        environment = {**os.environ, "ASAN_OPTIONS": "detect_leaks=%d" % (target != "fuzz_settings")}
        answer = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, timeout=TIMEOUT_SECONDS, check=False)
        words = answer.stderr.decode("utf-8", "replace")
        self.counts["libFuzzer runs"] += max(map(int, re.findall(r"^(?:#|Done )(\d+)", words, re.MULTILINE)), default=0)
        if answer.returncode != 0:
            (self.options.found / (target + ".stderr")).write_text(words)
            kept = re.search(r"Test unit written to (\S+)", words)
            self._report(summary_of(words), "%s %s" % (program, kept[1] if kept else ""))

    def print_end(self):
        for name, times in self.wiresharks.most_common():
            print("Wireshark's own bug, in %d inputs: %s" % (times, name))
        parts = ["%d %s" % (self.counts[kind], kind) for kind in COUNTED]
        print("%s: %d reports" % (", ".join(parts), len(self.ours)))


def summary_of(words):
    found = re.search(r"broken promise.*|SUMMARY: .*|runtime error.*", words)
    return found[0] if found else "no words"


def reader(options):
    return reading.Reader(Wireshark("/", str(options.stage), options.preload))


def work_folder(options, name):
    folder = options.stage / "work" / name
    folder.mkdir(parents=True)
    return folder


def make_readable(folder):
    """For nobody, as whom tshark runs if root runs this."""
    folder.chmod(0o755)
    for path in folder.iterdir():
        path.chmod(0o644)


def again(options):
    """Reads once more what was found."""
    folder = work_folder(options, "again")
    shutil.copytree(options.again, folder, dirs_exist_ok=True)
    make_readable(folder)
    kept = json.loads((folder / AGAIN).read_text())
    settings = [setting.replace("{folder}", str(folder)) for setting in kept["settings"]]
    trouble = reader(options).trouble(reading.Input(folder / kept["file"], kept["arguments"], settings))
    print(trouble.words if trouble else "no trouble")
    return trouble is not None


def parse_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--stage", type=pathlib.Path, required=True, help="the folder with plugin and wrappers")
    parser.add_argument("--programs", type=pathlib.Path, required=True, help="the folder with the libFuzzer targets")
    parser.add_argument("--seeds", type=pathlib.Path, required=True, help="what these start from")
    parser.add_argument("--found", type=pathlib.Path, required=True, help="where what failed is kept")
    parser.add_argument("--preload", required=True, help="libraries for tshark")
    parser.add_argument("--jobs", type=int, required=True)
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--again", type=pathlib.Path)
    return parser.parse_args()


def main():
    options = parse_arguments()
    if options.again:
        return again(options)
    campaign = Campaign(options)
    campaign.run()
    campaign.print_end()
    return len(campaign.ours) > 0


if __name__ == "__main__":
    sys.exit(main())
