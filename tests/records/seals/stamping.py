"""A time-stamp authority in a process of its own: python -m tests.records.seals.stamping FOLDER SECONDS-OF-THE-EPOCH"""

import sys
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from yichuang.records.seals.signing.cms import Signatory
from yichuang.records.seals.signing.keys import from_file
from yichuang.records.seals.signing.stamps import REPLY, StampFault, respond


def main(folder: str, at: str) -> None:
    """Answer queries until killed; say the port first. `/other` answers what nobody asked."""
    own = from_file(Path(folder) / "stamps.p12", b"nobody's")
    signatory = Signatory(own.key, own.certificate, own.chain)
    kept: list[bytes] = []

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = self.rfile.read(int(self.headers["Content-Length"]))
            try:
                kept.append(respond(signatory, query, datetime.fromtimestamp(float(at), UTC)))
            except StampFault:
                self.send_error(400)
                return
            answer = kept[0] if self.path == "/other" else kept[-1]
            self.send_response(200)
            self.send_header("Content-Type", REPLY)
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *about: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answers)
    print(server.server_port, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
