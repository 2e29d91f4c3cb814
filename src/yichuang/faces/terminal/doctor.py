"""`./yc doctor`: derive everything stored from the ledger again and report each difference."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from yichuang.faces.terminal.parser import Parser
from yichuang.faces.terminal.site import BEHIND, has_tables, is_behind, ready, unset

_WORDS = {
    "trigger_missing": "账目表的防改触发器不在",
    "chain_gap": "账目序号不连续",
    "chain_broken": "账目与上一条接不上",
    "entry_changed": "账目被改动",
    "time_runs_back": "入账时间早于上一条",
    "payload_missing": "账目内容缺失",
    "payload_changed": "账目内容被改动",
    "row_missing": "记录缺失",
    "row_unexplained": "没有账目的记录",
    "draw_differs": "抽取结果与检查点不符",
    "column_differs": "存储值与账目不符",
    "unlawful_step": "不合法的流转",
    "date_differs": "日期与重新推算不符",
    "number_gap": "编号不连续或重复",
    "counter_differs": "计数器与账目不符",
    "entry_unreadable": "账目无法读取",
    "money_differs": "缴费与收款不符",
    "leaf_gap": "存证位置不连续",
    "leaf_differs": "账目与它的存证叶不符",
    "root_differs": "存证树与签过的检查点不符",
    "head_differs": "存证树头与叶不符",
}

_FIRST = "演示数据先用 ./yc demo 生成（在 var/demo），再用 ./yc doctor --data var/demo 自检。"


def main(argv: list[str]) -> int:
    """Return 0 when nothing was found, else 1."""
    parser = Parser(prog="yc doctor", description="自检：由账目重新推算一切并比较")
    parser.add_argument("--json", action="store_true", help="每行一个 JSON 对象")
    parser.add_argument("--data", default="", help="数据目录（演示是 var/demo；默认由环境变量决定）")
    wish = parser.parse_args(argv)
    if wish.data:
        if not Path(wish.data).is_dir():
            print(f"没有数据目录“{wish.data}”。{_FIRST}", file=sys.stderr)
            return 2
        os.environ["YICHUANG_DATA"] = str(Path(wish.data).resolve())
    ready()
    if not has_tables():
        print(f"这个数据库里还没有数据。{_FIRST}", file=sys.stderr)
        return 2
    if is_behind():
        print(BEHIND, file=sys.stderr)
        return 2
    from yichuang.acts.inspection.doctor import examine
    from yichuang.records.org.directory import directory

    place, count = directory(), 0
    for region in place.centres:
        for finding in examine(region, place):
            count += 1
            print(
                json.dumps(asdict(finding), ensure_ascii=False) if wish.json else f"{_WORDS[finding.code]}　{finding}"
            )
    if not wish.json:
        print(unset(), end="", file=sys.stderr)
        print(f"共 {count} 处不符。" if count else "没有发现不符：每件的状态、日期、编号和哈希链都与账目一致。")
    return 1 if count else 0
