"""`./yc checkpoint`: place what was committed and sign a checkpoint, once. `./yc serve` does it by itself."""

from __future__ import annotations

import sys
import time

from yichuang.faces.terminal.parser import Parser
from yichuang.faces.terminal.site import BEHIND, has_tables, is_behind, ready


def main(argv: list[str]) -> int:
    """Return 0, or 1 when it was refused or the log can't be trusted any more."""
    parser = Parser(prog="yc checkpoint", description="存证：编入账目，签一次检查点（./yc serve 会自动做）")
    parser.add_argument("--whole", action="store_true", help="从头核对一遍，有没有漏编的")
    wish = parser.parse_args(argv)
    ready()
    if not has_tables() or is_behind():
        print(BEHIND, file=sys.stderr)
        return 2
    from yichuang.acts.proofs.running import prove, signing
    from yichuang.faces.common.paying.gateway import wire_now

    done = prove(wire_now(), whole=wish.whole)
    print(f"编入 {done.placed} 条。" + (f"签检查点：前 {done.size} 条。" if done.size else "没有新的账目。"))
    print(f"来源 {signing().origin}　公钥 {signing().signer.public}")
    if done.fault:
        print(done.fault, file=sys.stderr)
    return 1 if done.fault else 0


def keep_proving() -> None:
    """Place and sign again and again, as often as is set. Runs in a thread of its own."""
    from django.db import close_old_connections

    from yichuang.acts.proofs.running import interval, prove
    from yichuang.faces.common.paying.gateway import wire_now

    while True:
        try:
            done = prove(wire_now())
            if done.fault:
                print(f"存证：{done.fault}", file=sys.stderr)
        except Exception as fault:
            print(f"存证未完成：{fault}", file=sys.stderr)
        close_old_connections()
        time.sleep(interval())
