"""`./yc seals list|trust|register`: the seals of this installation, and what a verifier elsewhere is given (印章)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from yichuang.faces.terminal.site import has_tables, ready


def main(argv: list[str]) -> int:
    """Return 0, or 1 when there is nothing yet."""
    wish = _parser().parse_args(argv)
    ready()
    if not has_tables():
        print("数据库里还没有数据。", file=sys.stderr)
        return 1
    if wish.command == "list":
        return _list()
    made = _trust() if wish.command == "trust" else _register()
    if wish.out is None:
        sys.stdout.buffer.write(made)
    else:
        wish.out.write_bytes(made)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="yc seals", description="印章：清单、信任文件、登记簿摘录")
    commands = parser.add_subparsers(dest="command", required=True, metavar="list|trust|register")
    commands.add_parser("list", help="列出印章和用印次数")
    for name, words in (
        ("trust", "导出信任文件（根证书和吊销列表）"),
        ("register", "导出登记簿摘录（文号和摘要，带签名）"),
    ):
        commands.add_parser(name, help=words).add_argument("--out", type=Path, metavar="FILE", help="写入文件")
    return parser


def _list() -> int:
    from yichuang.records.org.directory import directory
    from yichuang.records.seals.queries import balance_of, seals_in

    for code in directory().centres:
        for row in seals_in(code):
            count = balance_of(code, row.id)
            even = "相符" if count.even else f"有 {len(count.differing)} 处不符"
            print(f"{row.no}  {row.name}  {row.get_state_display()}  保管 {row.keeper}  用印 {count.uses} 次，{even}")
    return 0


def _trust() -> bytes:
    from yichuang.faces.common import clock
    from yichuang.records.seals.keeping import authority, keep_lists_fresh

    keep_lists_fresh(clock.now())
    return authority(clock.now()).trust.read_bytes()


def _register() -> bytes:
    from yichuang.faces.common import clock
    from yichuang.records.org.directory import directory
    from yichuang.records.seals.registering import extract

    return extract(list(directory().centres), clock.now())
