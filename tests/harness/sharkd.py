# SPDX-License-Identifier: GPL-2.0-or-later
"""sharkd, the daemon behind web front ends of Wireshark."""
import json

# In front of a program: the harness's libraries are for the program alone, not for what starts it.
WITH_LIBRARIES = ["sh", "-c", 'LD_PRELOAD=${HTTPCODES_PRELOAD-} exec "$@"', "sh"]


class Session:
    """One sharkd process, which answers one request a line. in_front: a program that runs it, as valgrind does."""

    def __init__(self, wireshark, in_front=()):
        self.wireshark = wireshark
        self.command = [*WITH_LIBRARIES, *in_front, "sharkd", "-"]

    def ask(self, groups):
        """The results of each group of (method, parameters), in their order."""
        lines = [json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": parameters})
                 for number, (method, parameters) in enumerate((one for group in groups for one in group), 1)]
        answer = self.wireshark.run(self.command, typed="\n".join(lines) + "\n")
        results = iter([self._result(line) for line in answer.stdout.splitlines() if line])
        said = [[next(results, None) for _ in group] for group in groups]
        assert said[-1][-1] is not None, "fewer answers than requests: " + answer.stderr
        assert next(results, None) is None, "more answers than requests"
        return said

    @staticmethod
    def _result(line):
        answer = json.loads(line, strict=False)
        assert "result" in answer, answer
        return answer["result"]
