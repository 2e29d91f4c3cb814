"""`./yc serve`: serve an installation; the database and everything else come from the environment."""

from __future__ import annotations

import sys

from yichuang.faces.terminal.parser import Parser
from yichuang.faces.terminal.serving import port_number, serve
from yichuang.faces.terminal.site import bring_up_to_date, own_database, ready, unset


def main(argv: list[str]) -> int:
    """Migrate, then serve until interrupted."""
    parser = Parser(prog="yc serve", description="启动服务（设置见 docs/operate）")
    parser.add_argument("--host", default="127.0.0.1", help="监听地址（默认 127.0.0.1）")
    parser.add_argument("--port", type=port_number, default=8000, help="端口（默认 8000）")
    wish = parser.parse_args(argv)
    ready()
    own_database()
    bring_up_to_date()
    print(f"一窗　http://{wish.host}:{wish.port}/", flush=True)
    print(unset(), end="", file=sys.stderr, flush=True)
    return serve(wish.host, wish.port)
