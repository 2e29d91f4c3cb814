"""`./yc figures`: make the cases of the source documents in a scratch database and compute their figures."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from dataclasses import asdict
from typing import TYPE_CHECKING

from yichuang.faces.terminal.parser import Parser
from yichuang.faces.terminal.site import ready

if TYPE_CHECKING:
    from yichuang.faces.terminal.figures.computing import Computed


def main(argv: list[str]) -> int:
    """Return 0 when every figure is what its document says and a rebuild gives the same, else 1."""
    parser = Parser(prog="yc figures", description="源文件自己的统计数字，用与页面相同的程序算出来")
    parser.add_argument("--json", action="store_true", help="输出一个 JSON 对象")
    wish = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="yc-figures-") as folder:
        os.environ.pop("DATABASE_URL", None)
        os.environ["YICHUANG_DATA"] = folder
        found = _computed()
        _closed()
    good = not any(one.differences for one in found)
    if wish.json:
        told = {"ok": good, "sources": [asdict(one) for one in found]}
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
        return 0 if good else 1
    for one in found:
        print(f"{one.title}（{one.source}）")
        print("　" + "，".join(f"{_title(name)} {words}" for name, words in one.figures.items()))
        if one.parts:
            print("　" + "，".join(f"{name} {' '.join(f'{v}' for v in values)}" for name, values in one.parts.items()))
        print(f"　统计格 {one.cells} 个，从头重算{'不同' if one.differences else '相同'}")
        for line in one.differences:
            print(f"　不符　{line}")
    print("与原文一致。" if good else "与原文不符。")
    return 0 if good else 1


def _computed() -> list[Computed]:
    ready()
    from django.core.management import call_command
    from django.db import connection

    from yichuang.faces.terminal.figures.computing import computed
    from yichuang.faces.terminal.figures.lives import load
    from yichuang.faces.terminal.figures.told import sources

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
    call_command("migrate", verbosity=0)
    for told in sources():
        load(told)
    return [computed(told) for told in sources()]


def _title(name: str) -> str:
    from yichuang.rules.statistics.registry import FIGURES

    return FIGURES[name].title


def _closed() -> None:
    from django.db import connections

    connections.close_all()
