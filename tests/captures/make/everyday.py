# SPDX-License-Identifier: GPL-2.0-or-later
"""What real clients ask every day, and what must be said of the answers: no warning at all."""
from verdicts import CLIENT_FAULT, FINE, NO, NOBODY, NOT_A_FAILURE, verdict

NOT_FOUND = verdict(NO, CLIENT_FAULT, "client_error")
# Path, its status, curl's options.
REQUESTS = [
    ("/index.html", 200, ()),
    ("/no-content", 204, ()),
    ("/moved", 301, ()),
    ("/index.html?known", 304, ("-H", "If-None-Match: *")),
    ("/index.html?part", 206, ("-r", "0-2")),
    ("/missing", 404, ()),
]
PAGE = b"welcome\n"


def curl_options(url, *options):
    """One curl for all requests, on one connection; after --next the options are as if never set."""
    found = []
    for path, _, more in REQUESTS:
        found += ["--next", "-s", "-k", "-w", "%{http_code} %{local_port}\n", "-o", "/dev/null", *options, *more,
                  url + path]
    return found[1:]


def leave(sent, conn, results):
    """curl's farewell: GOAWAY NO_ERROR over HTTP/2, 0x0 over HTTP/3."""
    port = results[0][1]
    if conn == "HTTP/2":
        sent("GOAWAY", "http2", 0, "client", conn=conn, cport=port, last_stream_id=0, unprocessed=[], **FINE)
    elif conn == "HTTP/3":
        sent("CONNECTION_CLOSE_APP", "http3", 0, "client", conn=conn, cport=port,
             **verdict(NOT_A_FAILURE, NOBODY, "foreign_code"))


class Judge:
    """Stands in for `sent`: adds the request and the verdict to each status, in the order of REQUESTS."""

    def __init__(self, sent):
        self.sent, self.expected = sent, iter(REQUESTS)

    def __call__(self, carrier, space, code, sender, **more):
        path, status, _ = next(self.expected)
        if code != status:
            raise RuntimeError("%s was answered with %d" % (path, code))
        self.sent(carrier, space, code, sender, method="GET", path=path, **more, **facts_of(code))


def facts_of(status):
    return NOT_FOUND if status == 404 else FINE
