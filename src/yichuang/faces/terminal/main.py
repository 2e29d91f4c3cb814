"""`./yc COMMAND …`: hands over to one module per command, imported only when asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from yichuang.faces.terminal.parser import data_folder

COMMANDS = {
    "clock": ("yichuang.faces.terminal.clock", "计算到期日，并逐日说明"),
    "law": ("yichuang.faces.terminal.law", "查看规定的参数和条文"),
    "check": ("yichuang.faces.terminal.check", "校验号码"),
    "demo": ("yichuang.faces.terminal.demo.serve", "打开演示中心"),
    "serve": ("yichuang.faces.terminal.serve", "启动服务"),
    "doctor": ("yichuang.faces.terminal.doctor", "自检：由账目重新推算一切"),
    "calendar": ("yichuang.faces.terminal.calendar", "导入放假安排通知"),
    "token": ("yichuang.faces.terminal.token", "开放接口的令牌：发放、列出、吊销"),
    "import-certificates": ("yichuang.faces.terminal.certificates", "导入存量证照"),
    "sweep": ("yichuang.faces.terminal.sweep", "定时处理：视为受理、重算暂定日期"),
    "verify": ("yichuang.faces.terminal.verify", "核验文书、证照和归档包，不需要系统"),
    "checkpoint": ("yichuang.faces.terminal.proving.checkpoint", "存证：编入账目，签一次检查点"),
    "export-ledger": ("yichuang.faces.terminal.proving.export", "导出账目，供离线核验"),
    "witness": ("yichuang.faces.terminal.witness", "见证：另一台机器上跟着检查点，不一致就告警"),
    "seals": ("yichuang.faces.terminal.seals", "印章：清单、信任文件、登记簿摘录"),
    "reconcile": ("yichuang.faces.terminal.reconcile", "对账：收款与支付平台对账单、日结逐笔核对"),
    "figures": ("yichuang.faces.terminal.figures.command", "源文件自己的统计数字，用与页面相同的程序算出来"),
    "sandbox-gateway": ("yichuang.faces.terminal.sandbox.serve", "支付沙箱：本机的模拟支付平台，另开一个进程"),
    "sandbox-bridge": ("yichuang.faces.terminal.sandbox.bridge", "模拟设备桥：读卡器、高拍仪、评价器、打印机"),
    "traceability": ("yichuang.faces.terminal.traceability", "需求落实对照表"),
    "bench": ("yichuang.faces.terminal.bench", "基准：每秒能办几件"),
    "test": ("yichuang.faces.terminal.testing", "全部检查"),
}

_AT_A_SITE = frozenset(
    "calendar token import-certificates sweep seals reconcile checkpoint export-ledger".split(),
)


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
    command, options = words[0], words[1:]
    if command in _AT_A_SITE:
        try:
            options = _placed(options)
        except ValueError as wrong:
            print(wrong, file=sys.stderr)
            return 2
    return int(import_module(COMMANDS[command][0]).main(options))


def _placed(options: Sequence[str]) -> list[str]:
    """Take `--data DIR` out and let it name the folder of the site. Raises: ValueError where there is none."""
    left, folder = data_folder(options)
    if folder:
        if not Path(folder).is_dir():
            raise ValueError(f"没有数据目录“{folder}”。演示数据先用 ./yc demo --data {folder} 生成。")
        os.environ["YICHUANG_DATA"] = str(Path(folder).resolve())
    return left


def _overview() -> str:
    wide = max(map(len, COMMANDS)) + 2
    rows = [f"  {name:<{wide}}{words}" for name, (_, words) in COMMANDS.items()]
    last = "每个命令都可以加 --help；用到数据的命令可以加 --data 目录，演示数据是 var/demo。"
    return "\n".join(["一窗 Yichuang。用法：./yc 命令 [选项]", *rows, last])


if __name__ == "__main__":
    raise SystemExit(main())
