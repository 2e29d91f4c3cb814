"""`./yc calendar import FILE [--number N] [--profile P]`: put next year's holiday notice on record.

Provisional due dates are recomputed at once, each with an entry in the ledger of its case and a notice; so are those of
running cases where a notice that was out already is changed.
"""

from __future__ import annotations

import argparse
import sys
from getpass import getuser
from pathlib import Path

from yichuang.faces.terminal.parser import Parser
from yichuang.faces.terminal.site import ready
from yichuang.law.book import book
from yichuang.law.notices import checked_number, number_in, parse_notice
from yichuang.law.shapes import NATIONAL, LawError
from yichuang.rules.working_days import YearNotice


def main(argv: list[str]) -> int:
    """Return 0 when the notice was imported, 2 when it can't be."""
    wish = _parser().parse_args(argv)
    try:
        text = Path(wish.file).read_text(encoding="utf-8-sig")
        form = Path(wish.file).suffix.lstrip(".").replace("yml", "yaml")
        notice = parse_notice(text, form=form)
        book().calendar(wish.profile)
        ready()
        number = checked_number(wish.number or number_in(text, form=form) or notice.basis)
        moved = _record(notice, number, wish.profile)
    except (OSError, UnicodeDecodeError, LawError, LookupError, ValueError) as fault:
        print(f"没有导入：{fault}", file=sys.stderr)
        return 2
    print(f"已导入 {notice.year} 年放假安排：放假 {len(notice.off)} 天，调休上班 {len(notice.on)} 天。")
    print(f"重算到期日 {moved} 件。")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="yc calendar", description="导入国务院办公厅放假安排通知")
    commands = parser.add_subparsers(dest="command", required=True, metavar="import")
    importing = commands.add_parser("import", help="导入一个年度的通知（yaml 或 csv）")
    importing.add_argument("file", metavar="FILE")
    importing.add_argument("--number", default="", help="通知文号")
    importing.add_argument("--profile", default=NATIONAL, help="适用范围（默认全国）")
    return parser


def _record(notice: YearNotice, number: str, profile: str) -> int:
    from yichuang.acts.handling.import_calendar import import_calendar
    from yichuang.faces.common import clock

    done = import_calendar(notice, number, profile, clock.now(), f"命令行（{getuser()}）"[:60])
    if done.left:
        print(f"有 {len(done.left)} 件正有人办理，请再导入一次：{'、'.join(done.left[:10])}", file=sys.stderr)
    return done.moved
