"""`./yc clock`: a due date with every day explained, as text, JSON, or a batch of JSON lines. No Django.

Exit code: 0 answered, 2 refused or wrong use (one sentence on stderr).
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import BinaryIO, NoReturn, TextIO
from zoneinfo import ZoneInfo

from yichuang.faces.terminal.clock_answer import answer, as_facts
from yichuang.faces.terminal.clock_question import Wrong, read_question
from yichuang.faces.terminal.clock_text import as_lines
from yichuang.faces.terminal.parser import Parser
from yichuang.law.shapes import LawError

OFFICE_ZONE = ZoneInfo("Asia/Shanghai")


class _Parser(Parser):
    def error(self, message: str) -> NoReturn:
        option = message.removeprefix("argument ").partition(":")[0]
        raise Wrong(f"选项 {option} 缺少取值或者写法不对。用法见 ./yc clock --help。")


def main(argv: Sequence[str] | None = None) -> int:
    """Answer one question from the options, or one per line of standard input."""
    today = datetime.now(OFFICE_ZONE).date()
    try:
        options = _options(argv)
        batch, as_json = options.pop("batch"), options.pop("json")
        if batch:
            return _batch(sys.stdin.buffer, sys.stdout, options, today)
        found = answer(read_question(options, today))
        print(json.dumps(as_facts(found), ensure_ascii=False) if as_json else "\n".join(as_lines(found)))
    except (Wrong, LawError) as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _batch(questions: BinaryIO, answers: TextIO, options: Mapping[str, object], today: date) -> int:
    """Answer line by line; the command's own options are the defaults of every line."""
    for line in questions:
        answers.write(_line(line, options, today) + "\n")
        answers.flush()
    return 0


def _line(line: bytes, options: Mapping[str, object], today: date) -> str:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return _error("这一行不是 JSON 对象。")
    if not isinstance(asked, dict):
        return _error("这一行不是 JSON 对象。")
    try:
        given = {name: value for name, value in asked.items() if value is not None}
        found = answer(read_question({**options, **given}, today))
    except (Wrong, LawError) as error:
        return _error(str(error))
    return json.dumps(as_facts(found), ensure_ascii=False, separators=(",", ":"))


def _error(sentence: str) -> str:
    return json.dumps({"error": sentence}, ensure_ascii=False)


def _options(argv: Sequence[str] | None) -> dict[str, object]:
    """Return the options that were given, unread. Raises Wrong."""
    given, unknown = _parser().parse_known_args(argv)
    if unknown:
        raise Wrong(f"没有“{unknown[0]}”这个选项。用法见 ./yc clock --help。")
    switches = {"batch": given.batch, "json": given.json}
    return {name: value for name, value in vars(given).items() if value not in (None, False)} | switches


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="yc clock", description="计算到期日，并说明每一天为什么计入或者不计入", allow_abbrev=False)
    add = parser.add_argument
    add("--profile", metavar="P", help="适用范围，如 cn.500000（默认：cn 全国）")
    add("--item-limit", metavar="N", help="事项自己的法定时限，工作日")
    add("--promised-limit", metavar="N", help="承诺时限，工作日")
    add("--received", metavar="DATE", help="收件日期，如 2026-03-02")
    add("--accepted", metavar="DATE", help="受理日期")
    add("--corrected-notice", metavar="DATE", help="一次告知补正的日期")
    add("--supplemented", metavar="DATE", help="补正材料全部交齐的日期")
    add(
        "--pause",
        metavar="FIRST..LAST:种类",
        action="append",
        help="不计入期限的期间，可重复；未结束的写 FIRST..:检测",
    )
    add("--extend", metavar="N", help="延长的天数，工作日")
    add("--joint", action="store_true", help="统一办理、联合办理、集中办理")
    add("--today", metavar="DATE", help="把这一天当作今天（默认：今天）")
    add("--json", action="store_true", help="输出 JSON")
    add("--batch", action="store_true", help="从标准输入逐行读取 JSON 对象，逐行回答")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
