"""`./yc verify FILE…`: is a paper, a certificate or an archive package what it was when it was given out? (核验)

Without the system: no database, no network. With `--register` or `--data` the register's digest of the whole file is
compared, too. Who may seal is told by `--trust`; where it isn't given, by the trust files of the installation at hand
(data folder, demonstration), and never by one that lies beside the paper. One line for each file. Exit code: 0
everything is genuine, 1 something is not, or can't be judged, 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from yichuang.faces.terminal.parser import Parser
from yichuang.faces.terminal.verify.asking import Asked, Found, Wrong
from yichuang.faces.terminal.verify.kinds import checker_of
from yichuang.faces.terminal.verify.registers import register_from
from yichuang.records.seals.signing.check import Trust

ROOT = Path(__file__).resolve().parents[5]
_HEAD = 64


def main(argv: Sequence[str] | None = None) -> int:
    """Check every file and say what was found."""
    wish = _parser().parse_args(argv)
    try:
        trust = _trust(wish)
        register = register_from(wish.register, wish.data, trust)
        found = [_checked(Asked(path, trust, register)) for path in wish.files]
    except Wrong as wrong:
        print(wrong, file=sys.stderr)
        return 2
    for one in found:
        print(json.dumps(one.facts(), ensure_ascii=False) if wish.json else one.line)
    return 0 if all(one.ok for one in found) else 1


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="yc verify", description="核验文书、证照和归档包，不需要系统和网络")
    add = parser.add_argument
    add("files", nargs="+", type=Path, metavar="FILE", help="要核验的文件")
    add("--trust", type=Path, metavar="PEM", help="信任文件：发证机构的根证书，可以带吊销列表；不写用本机数据目录里的")
    add("--register", type=Path, metavar="FILE", help="登记簿摘录（./yc seals extract 生成）")
    add("--data", type=Path, metavar="DIR", help="数据目录：直接对照本系统的登记簿")
    add("--json", action="store_true", help="每个文件输出一行 JSON")
    return parser


def _trust(wish: argparse.Namespace) -> Trust:
    places = [wish.data] if wish.data else [Path(os.environ.get("YICHUANG_DATA", ROOT / "data")), ROOT / "var" / "demo"]
    at_hand = [path for place in places if (path := place / "seals" / "authority" / "trust.pem").is_file()]
    paths = [wish.trust] if wish.trust else at_hand
    try:
        return Trust.from_pem(b"\n".join(path.read_bytes() for path in paths)) if paths else Trust()
    except (OSError, ValueError) as fault:
        raise Wrong(f"信任文件读不了：{'、'.join(map(str, paths))}") from fault


def _checked(asked: Asked) -> Found:
    try:
        with asked.path.open("rb") as source:
            head = source.read(_HEAD)
    except OSError:
        raise Wrong(f"文件读不了：{asked.path}") from None
    check = checker_of(head)
    if check is None:
        return Found(
            False, asked.path.name, "", "unknown_kind", f"{asked.path.name}：不是能核验的文件（PDF、OFD、归档包）"
        )
    return check(asked)
