"""`./yc seals list|add|trust|extract`: the seals of this installation, and what a verifier elsewhere is given (印章).

`add` is for a seal whose key somebody brought: a file in the key folder, or a device.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from yichuang.faces.terminal.parser import Parser
from yichuang.faces.terminal.site import BEHIND, has_tables, is_behind, ready


def main(argv: list[str]) -> int:
    """Return 0, or 1 when there is nothing yet."""
    wish = _parser().parse_args(argv)
    ready()
    if not has_tables():
        print("数据库里还没有数据。", file=sys.stderr)
        return 1
    if is_behind():
        print(BEHIND, file=sys.stderr)
        return 1
    if wish.command in _DONE_HERE:
        return _heard(lambda: _DONE_HERE[wish.command](wish))
    made = _trust() if wish.command == "trust" else _extract()
    if wish.out is None:
        sys.stdout.buffer.write(made)
    else:
        wish.out.write_bytes(made)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="yc seals", description="印章：清单、信任文件、登记簿摘录")
    commands = parser.add_subparsers(dest="command", required=True, metavar="list|add|trust|extract")
    commands.add_parser("list", help="列出印章和用印次数")
    for name, words in (
        ("trust", "导出信任文件（根证书和吊销列表）"),
        ("extract", "导出登记簿摘录（文号和摘要，带签名）"),
    ):
        commands.add_parser(name, help=words).add_argument("--out", type=Path, metavar="FILE", help="写入文件")
    adding = commands.add_parser("add", help="登记一枚带密钥的印章").add_argument
    adding("--region", required=True, metavar="CODE", help="中心的区划代码")
    adding("--body", required=True, metavar="NAME", help="使用单位全称")
    adding("--kind", required=True, metavar="KIND", help="department、approval、acceptance、receipt")
    adding("--keeper", required=True, metavar="LOGIN", help="保管人的登录名")
    adding("--by", required=True, metavar="LOGIN", help="登记人的登录名：中心主任或者系统管理员")
    adding("--since", required=True, type=date.fromisoformat, metavar="DATE", help="启用日期")
    adding(
        "--key", default="", metavar="KEY", help="密钥文件名（密钥目录里），或者 pkcs11:设备/标签；不写则由测试机构生成"
    )
    return parser


def _add(wish: argparse.Namespace) -> int:
    from yichuang.acts.context import Context
    from yichuang.acts.seals.register import NewSeal, register_seal
    from yichuang.faces.common import clock
    from yichuang.faces.common.sentences import sentence
    from yichuang.records.ids import new_id
    from yichuang.records.org.directory import directory
    from yichuang.records.org.models import User
    from yichuang.rules.verdict import Refused

    place, at = directory(), clock.now()
    people = dict(User.objects.filter(username__in=[wish.keeper, wish.by]).values_list("username", "id"))
    if wish.region not in place.centres or {wish.keeper, wish.by} - people.keys():
        print("没有这个中心，或者没有这个登录名。", file=sys.stderr)
        return 2
    ctx = Context(place.officer(people[wish.by], at.astimezone(clock.ZONE).date()), at, place, new_id().hex)
    seal = NewSeal(wish.region, wish.body, wish.kind, people[wish.keeper], wish.since, key=wish.key)
    try:
        print(f"已登记 {register_seal(seal, ctx).answer['no']}。")
    except Refused as refused:
        print(sentence(refused), file=sys.stderr)
        return 1
    return 0


def _heard(do: Callable[[], int]) -> int:
    """Do it; whoever reads our answer may have had enough of it, as `head` does."""
    try:
        code = do()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _list(_wish: argparse.Namespace) -> int:
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


def _extract() -> bytes:
    from yichuang.faces.common import clock
    from yichuang.records.org.directory import directory
    from yichuang.records.seals.registering import extract

    return extract(list(directory().centres), clock.now())


_DONE_HERE = {"list": _list, "add": _add}
