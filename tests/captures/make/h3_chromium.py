# SPDX-License-Identifier: GPL-2.0-or-later
"""A browser: Chromium loads a page over HTTP/3 whose parts fail in several ways, and gives one up itself."""
import asyncio
import os
import subprocess

from aioquic.quic.events import ConnectionTerminated, StopSendingReceived, StreamReset
from chromium import QUIET, spki
from quic_peers import Server, play

PORT = 443
PARTS = ["/status/404", "/status/503", "/interim/103/200", "/reset/0x102", "/headers-reset/200/0x10c", "/status/204"]
# Asks for one part after the other, so that the streams come in this order.
PAGE = """<!doctype html><title>parts</title><link rel="icon" href="data:,"><script>
(async () => {
  for (const part of %s) { try { await (await fetch(part)).text(); } catch (error) { } }
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 300);
  try { await (await fetch("/open/200", { signal: controller.signal })).text(); } catch (error) { }
  await fetch("/farewell");
})();
</script>""" % PARTS


class PageServer(Server):
    """Serves the page, and notes what the browser sends."""

    over = asyncio.Event()

    def quic_event_received(self, event):
        if isinstance(event, StopSendingReceived):
            self.note_received("STOP_SENDING", "http3", event.error_code, event.stream_id)
        elif isinstance(event, StreamReset):
            self.note_received("RESET_STREAM", "http3", event.error_code, event.stream_id)
        elif isinstance(event, ConnectionTerminated) and event.frame_type is not None:
            self.note_received("CONNECTION_CLOSE", "quic", event.error_code, None, reason=event.reason_phrase)
        elif isinstance(event, ConnectionTerminated):
            self.note_received("CONNECTION_CLOSE_APP", "http3", event.error_code, None, reason=event.reason_phrase)
        super().quic_event_received(event)

    def note_received(self, carrier, space, code, stream, **more):
        cport = self._quic._network_paths[0].addr[1]
        self.sent(carrier, space, code, "client", stream=stream, conn=self.label(cport), cport=cport, src="received",
                  **more)

    def do_page(self, stream):
        self.headers(stream, 200, **{"content-type": "text/html"})
        self.http.send_data(stream, PAGE.encode(), True)

    def do_farewell(self, stream):
        self.do_status(stream, "204")
        self.over.set()


async def scenario(scene):
    await scene.serve("127.0.0.1", PORT, protocol=PageServer)
    env = dict(os.environ, HOME=scene.folder, SSLKEYLOGFILE=os.path.join(scene.folder, "keys.log"))
    process = await asyncio.create_subprocess_exec(
        "chromium", "--headless", "--no-sandbox", *QUIET, "--user-data-dir=%s/profile" % scene.folder,
        "--enable-quic", "--origin-to-force-quic-on=tour.example:%d" % PORT, "--host-resolver-rules=MAP * 127.0.0.1",
        "--ignore-certificate-errors-spki-list=" + spki(scene.cert), "https://tour.example/page", env=env,
        stderr=subprocess.DEVNULL)
    try:
        await asyncio.wait_for(PageServer.over.wait(), 30)
        await asyncio.sleep(0.5)
    finally:
        process.terminate()
        await process.wait()


play(scenario)
