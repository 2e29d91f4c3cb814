"""`./yc law list | show PARAMETER [--at DATE] [--profile P] [--json]`: what is in force, and why. No Django.

`./yc law transitions` prints which act may follow which state, each row with its article.

Exit code: 0 in force, 1 nothing in force on that day, 2 unknown name or wrong use.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from zoneinfo import ZoneInfo

from yichuang.faces.terminal import law_words as words
from yichuang.faces.terminal.parser import Parser
from yichuang.law.book import LawBook, book
from yichuang.law.shapes import NATIONAL, LawError, Parameter, Unknown
from yichuang.rules.transitions import TABLE

_STATES = {
    "": "未提交", "received": "已收件", "correcting": "待补正", "accepted": "已受理", "reviewing": "审查中",
    "verifying": "待核准", "deciding": "待决定", "decided": "已决定", "issued": "待领取", "closed": "办结",
}  # fmt: skip
OFFICE_ZONE = ZoneInfo("Asia/Shanghai")


def main(argv: Sequence[str] | None = None) -> int:
    """List the norms of a profile, or show one with its article and history."""
    wish = _parser().parse_args(argv)
    try:
        on = _date(wish.at)
        return int(wish.run(book(), wish, on))
    except Unknown as error:
        print(words.unknown(error, book()), file=sys.stderr)
    except LawError as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="yc law", description="查看规定的期限、比例、权限等参数")
    commands = parser.add_subparsers(dest="command", required=True, metavar="list|show|transitions")
    listing = commands.add_parser("list", help="列出一个适用范围内现行的参数")
    listing.set_defaults(run=_list)
    showing = commands.add_parser("show", help="查看一个参数的现行值、条文和沿革")
    showing.add_argument("parameter", metavar="PARAMETER", help="参数名或中文名称，如 decision_limit")
    showing.set_defaults(run=_show)
    moving = commands.add_parser("transitions", help="列出办件流转表：什么状态可以作出什么行为")
    moving.set_defaults(run=_transitions)
    for command in (listing, showing, moving):
        command.add_argument("--at", metavar="DATE", help="哪一天有效，如 2026-03-02（默认：今天）")
        command.add_argument("--profile", default=NATIONAL, metavar="P", help="适用范围，如 cn.350300")
        command.add_argument("--json", action="store_true", help="输出 JSON")
    return parser


def _date(raw: str | None) -> date:
    if raw is None:
        return datetime.now(OFFICE_ZONE).date()
    try:
        return date.fromisoformat(raw)
    except ValueError as error:
        raise LawError(f"“{raw}”不是日期，应写作 2026-03-02。") from error


def _list(law: LawBook, wish: argparse.Namespace, on: date) -> int:
    norms = law.norms(wish.profile, on)
    if wish.json:
        rows = [words.facts(law, law.parameter(name), wish.profile, on) for name in norms.by_name]
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    print(f"{law.profiles()[wish.profile].name}（{wish.profile}），{on} 有效的规定 {len(norms.by_name)} 项")
    for name in norms.by_name:
        print(words.line(law, law.parameter(name), wish.profile, on))
    return 0


def _transitions(law: LawBook, wish: argparse.Namespace, on: date) -> int:
    rows = [{**asdict(row), "article": law.cite(row.basis)} for row in TABLE]
    if wish.json:
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    for row in TABLE:
        states = "、".join(_STATES.get(state, state) for state in row.sources)
        target = _STATES[row.target] if row.target else "状态不变"
        print(f"{row.words}（{row.verb}）　{states} → {target}　{law.cite(row.basis)}")
    return 0


def _show(law: LawBook, wish: argparse.Namespace, on: date) -> int:
    parameter = _find(law, wish.parameter)
    if wish.json:
        print(json.dumps(words.facts(law, parameter, wish.profile, on), ensure_ascii=False))
    else:
        print("\n".join(words.page(law, parameter, wish.profile, on)))
    return 0 if law.value(parameter.name, wish.profile, on) else 1


def _find(law: LawBook, wanted: str) -> Parameter:
    """Find a parameter by its name or its Chinese term. Raises Unknown."""
    by_term = {parameter.term: parameter for parameter in law.parameters().values()}
    return by_term.get(wanted) or law.parameter(wanted)


if __name__ == "__main__":
    raise SystemExit(main())
