"""`./yc COMMAND …`: hands over to one module per command, imported only when asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = {
    "clock": ("yichuang.faces.terminal.clock", "计算到期日，并逐日说明"),
    "law": ("yichuang.faces.terminal.law", "查看规定的参数和条文"),
    "check": ("yichuang.faces.terminal.check", "校验号码"),
    "demo": ("yichuang.faces.terminal.demo.serve", "打开演示中心"),
    "serve": ("yichuang.faces.terminal.serve", "启动服务"),
    "doctor": ("yichuang.faces.terminal.doctor", "自检：由账目重新推算一切"),
    "calendar": ("yichuang.faces.terminal.calendar", "导入放假安排通知"),
    "token": ("yichuang.faces.terminal.token", "开放接口的令牌：发放、列出、吊销"),
    "sweep": ("yichuang.faces.terminal.sweep", "定时处理：视为受理、重算暂定日期"),
    "traceability": ("yichuang.faces.terminal.traceability", "需求落实对照表"),
    "bench": ("yichuang.faces.terminal.bench", "基准：每秒能办几件"),
    "test": ("yichuang.faces.terminal.testing", "全部检查"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; 2 for an unknown one."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if not words or words[0] in {"-h", "--help", "help"}:
        print(_overview())
        return 0 if words else 2
    if words[0] not in COMMANDS:
        print(f"没有“{words[0]}”这个命令。可用的命令：{'、'.join(COMMANDS)}。", file=sys.stderr)
        return 2
    return int(import_module(COMMANDS[words[0]][0]).main(words[1:]))


def _overview() -> str:
    rows = [f"  {name:<13}{words}" for name, (_, words) in COMMANDS.items()]
    return "\n".join(["一窗 Yichuang。用法：./yc 命令 [选项]", *rows, "每个命令都可以加 --help。"])


if __name__ == "__main__":
    raise SystemExit(main())
