"""`./yc traceability [--check]`: which rule of the requirements is done where, found by reading the sources.

Writes docs/legal/traceability.md. With --check it writes nothing and says whether the page is up to date.
Exit code: 0 well, 1 out of date or a row leads nowhere, 2 no repository at hand.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from yichuang.faces.terminal.parser import Parser
from yichuang.faces.terminal.traceability.finding import complaints, find_all
from yichuang.faces.terminal.traceability.page import page
from yichuang.faces.terminal.traceability.requirements import read_rows
from yichuang.faces.terminal.traceability.tree import read_tree

ROOT = Path(__file__).resolve().parents[5]
ROWS = ROOT / "docs" / "legal" / "requirements.yaml"
PAGE = ROOT / "docs" / "legal" / "traceability.md"


def main(argv: Sequence[str] | None = None) -> int:
    """Write the page, or compare it with what is written."""
    parser = Parser(prog="yc traceability", description="需求落实对照表：由源文件检索生成")
    parser.add_argument("--check", action="store_true", help="只核对，不改写")
    wish = parser.parse_args(argv)
    if not ROWS.is_file():
        print("这个命令读源文件，要在代码库里运行。", file=sys.stderr)
        return 2
    text, faults = made()
    written = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
    for fault in faults:
        print(fault, file=sys.stderr)
    if wish.check:
        fresh = written == text
        print("对照表与源文件一致。" if fresh else "对照表已过时，请运行 ./yc traceability。")
        return 0 if fresh and not faults else 1
    PAGE.write_text(text, encoding="utf-8")
    print(f"已写入 {PAGE.relative_to(ROOT)}。")
    return 1 if faults else 0


def made() -> tuple[str, list[str]]:
    """Return the page as it should be, and what is wrong with the rows."""
    rows, tree = read_rows(ROWS), read_tree(ROOT)
    found = find_all(rows, tree)
    return page(rows, found, tree), list(complaints(rows, found, tree))
