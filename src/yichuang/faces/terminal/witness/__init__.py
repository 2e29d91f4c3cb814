"""`./yc witness --from URL --data DIR`: follow a log from another machine, co-sign what only grows, cry out otherwise.

To be run by the supervising body, with a key and a disk of its own. It needs no database and no settings of the system.
Exit of `--once`: 0 signed or nothing new, 1 alarm, 2 wrong use, 3 not reached (yet no alarm).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from yichuang.faces.terminal.parser import Parser
from yichuang.faces.terminal.witness.alarms import Bell
from yichuang.faces.terminal.witness.fetching import Away, Source
from yichuang.faces.terminal.witness.folder import Damaged, Folder
from yichuang.faces.terminal.witness.following import Limits, Round, follow

_REACHED, _ALARM, _USAGE, _AWAY = 0, 1, 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    """Follow once, or until interrupted."""
    wish = _parser().parse_args(argv)
    if not wish.source.startswith(("http://", "https://")):
        print("--from 要写网址，例如 https://zwfw.example.gov.cn", file=sys.stderr)
        return _USAGE
    try:
        folder = Folder(wish.data)
    except (Damaged, OSError) as fault:
        print(f"见证目录不能用：{fault}", file=sys.stderr)
        return _USAGE
    print(f"见证公钥 {folder.public}　已见证 {folder.size} 条", flush=True)
    source, bell = Source(wish.source), Bell(folder.path / "alarms.jsonl", wish.run, wish.mail, wish.smtp)
    limits = Limits(wish.silence, wish.clock, wish.key)
    while True:
        code = _once(folder, source, bell, limits)
        if wish.once:
            return code
        time.sleep(wish.every)


def _once(folder: Folder, source: Source, bell: Bell, limits: Limits) -> int:
    now = datetime.now(UTC)
    try:
        done = follow(folder, source, limits, lambda: datetime.now(UTC))
    except Away as away:
        quiet = folder.silent_for(now)
        done = Round(alarms={"silent": f"已有 {quiet:.0f} 秒没有连上：{away}"} if quiet > limits.silence else {})
        print(_line(now, f"没有连上：{away}"), flush=True)
    except (Damaged, OSError) as fault:
        done = Round(alarms={"disk": f"见证目录写不进去：{fault}"})
    else:
        print(_line(now, done.words), flush=True)
    for words in bell.ring(done.alarms, now):
        print(_line(now, words), file=sys.stderr, flush=True)
    if done.alarms:
        return _ALARM
    return _REACHED if done.words else _AWAY


def _line(now: datetime, words: str) -> str:
    return f"{now.astimezone().isoformat(timespec='seconds')}　{words}"


def _parser() -> Any:
    parser = Parser(prog="yc witness", description="见证：跟着检查点，只签没有改动过的，其余告警")
    add = parser.add_argument
    add("--from", dest="source", required=True, metavar="URL", help="政务服务平台的网址")
    add("--data", type=Path, required=True, metavar="DIR", help="见证自己的目录：密钥、叶、检查点、告警")
    add("--once", action="store_true", help="只看一次")
    add("--every", type=float, default=20.0, metavar="SECONDS", help="隔多久看一次（默认 20 秒）")
    add("--silence", type=float, default=180.0, metavar="SECONDS", help="多久没有动静就告警（默认 180 秒）")
    add("--clock", type=float, default=2.0, metavar="SECONDS", help="时钟相差多少就告警（默认 2 秒）")
    add("--key", default="", metavar="HEX", help="对方的公钥，当面抄来；不写就认第一次见到的")
    add("--run", default="", metavar="PROGRAM", help="告警时运行的程序，内容从标准输入给它")
    add("--mail", default="", metavar="ADDRESS", help="告警发到哪个邮箱")
    add("--smtp", default="127.0.0.1:25", metavar="HOST:PORT", help="发信服务器（默认 127.0.0.1:25）")
    return parser
