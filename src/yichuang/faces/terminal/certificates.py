"""`./yc import-certificates FILE`: put a list of old certificates on record, part by part; cut off, it goes on."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from yichuang.faces.terminal.parser import Parser
from yichuang.faces.terminal.site import ready


def main(argv: list[str]) -> int:
    """Return 0 when the list is on record (now or before), 1 for faults in it, 2 for what can't be read."""
    wish = _parser().parse_args(argv)
    ready()
    from yichuang.acts.context import Context
    from yichuang.acts.library.reading_list import preview
    from yichuang.faces.common import clock
    from yichuang.records.certificates.lists.workbook import NoWorkbook
    from yichuang.records.org.directory import directory
    from yichuang.rules.officers import SYSTEM

    place = directory()
    region = wish.region or next(iter(place.centres), "")
    if region not in place.centres:
        return _fail(f"没有区划“{region}”的中心。可用的有：{'、'.join(place.centres)}。")
    if not wish.file.is_file():
        return _fail(f"没有这个文件：{wish.file}")
    started, ctx = time.monotonic(), Context(SYSTEM, clock.now(), place)
    try:
        read = preview(wish.file, region, ctx)
    except NoWorkbook as fault:
        return _fail(f"{fault}。")
    return _finish(wish, region, read, ctx, started)


def _finish(wish: argparse.Namespace, region: str, read: Any, ctx: Any, started: float) -> int:
    from yichuang.acts.filing.shapes import Conflict
    from yichuang.acts.library.import_list import ListImport, import_list
    from yichuang.faces.common.sentences import sentence
    from yichuang.faces.common.wording.listing import fault_words
    from yichuang.rules.verdict import Refused

    told = {"rows": read.rows, "known": read.known, "faults": read.fault_count, "imported": 0}
    for fault in read.faults:
        print(fault_words(fault), file=sys.stderr)
    code = 1 if read.fault_count else 0
    if wish.preview:
        words = f"共 {read.rows} 本，已在库 {read.known} 本，错误 {read.fault_count} 处。没有导入。"
    else:
        try:
            came = import_list(ListImport(region, wish.file.name, read), ctx)
            told |= {"imported": came.added, "skipped": came.skipped}
            words = f"已导入 {came.added} 本，原来已在库 {read.known} 本。"
        except Conflict:
            return _fail("同一份表正在别处导入。等它结束，或者再运行一次接着导入。")
        except Refused as refused:
            words, code = sentence(refused, ctx.today), 1 if refused.code == "import_faulty" else 0
    told |= {"seconds": round(time.monotonic() - started, 1), "peak_mb": _peak()}
    print(json.dumps(told, ensure_ascii=False) if wish.json else f"{words}用时 {told['seconds']} 秒。")
    return code


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="yc import-certificates", description="导入存量证照：全部正确才导入")
    parser.add_argument("file", type=Path, metavar="文件", help=".xlsx 工作簿，第一行是列名")
    parser.add_argument("--region", default="", metavar="区划代码", help="导入到哪个中心（默认第一个）")
    parser.add_argument("--data", metavar="目录", help="数据目录；不写就是本机正在用的那个")  # taken out before
    parser.add_argument("--preview", action="store_true", help="只检查，不导入")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    return parser


def _peak() -> int:
    """Return the most memory that this process took, in MB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _fail(words: str) -> int:
    print(words, file=sys.stderr)
    return 2
