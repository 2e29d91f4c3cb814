"""`./yc demo`: fill a fresh database and serve the demonstration centre, one process, nothing installed."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from yichuang.faces.terminal.parser import Parser
from yichuang.faces.terminal.serving import port_number, serve

_HOME = Path(__file__).resolve().parents[5] / "var" / "demo"
_DONE = "demo-filled"
_WAIT = "正在生成演示数据：每一件办件都真的逐步办出来，约需两分钟；以后启动不用再等。"


def main(argv: list[str]) -> int:
    """Serve until interrupted."""
    wish = _parser().parse_args(argv)
    os.environ.pop("DATABASE_URL", None)
    os.environ["YICHUANG_DATA"] = str(wish.data.resolve())
    os.environ["YICHUANG_DEMO"] = "1"
    os.environ.setdefault("YICHUANG_PUBLIC_URL", f"http://127.0.0.1:{wish.port}")
    if wish.fill_only:
        return _fill(wish.data)
    fresh = wish.reset or not (wish.data / _DONE).exists()
    if fresh:
        print(_WAIT, flush=True)
        # In a process of its own: what filling needs in memory is gone when serving begins.
        again = [sys.executable, "-m", "yichuang.faces.terminal.main", "demo", "--data", str(wish.data), "--fill-only"]
        if subprocess.run(again, check=False).returncode:  # noqa: S603 - our own command
            return 1
    print(f"一窗演示中心　http://127.0.0.1:{wish.port}/demo/")
    print(f"演示数据　{'刚刚生成，日期以今天为准' if fresh else '沿用上次的数据'}；全部为虚构。")
    print(f"数据目录　{wish.data.resolve()}（加 --reset 重新生成）")
    print("停止　Ctrl+C", flush=True)
    return _serve(wish.port)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="yc demo", description="演示中心：一条命令打开一个政务服务中心")
    parser.add_argument("--port", type=port_number, default=8000, help="端口（默认 8000）")
    parser.add_argument("--data", type=Path, default=_HOME, help="数据目录（默认 var/demo）")
    parser.add_argument("--reset", action="store_true", help="清空演示数据，重新生成")
    parser.add_argument("--fill-only", action="store_true", help="只生成数据，不启动服务")
    return parser


def _fill(data: Path) -> int:
    """Empty the folder of a former demonstration, complete or not, and fill it anew."""
    for path in [data / _DONE, data / "demo-clock.json", *data.glob("yichuang.sqlite3*")]:
        path.unlink(missing_ok=True)
    shutil.rmtree(data / "files", ignore_errors=True)
    from yichuang.faces.terminal.site import own_database, ready

    ready()
    own_database()
    from django.core.management import call_command
    from django.db import connection

    from yichuang.acts.proofs.running import prove
    from yichuang.acts.sweep import sweep
    from yichuang.faces.common import clock
    from yichuang.faces.common.paying.gateway import wire_now
    from yichuang.faces.terminal.demo.fill import fill

    with connection.cursor() as cursor:  # a filling that was cut short begins anew: no need to wait for the disk
        cursor.execute("PRAGMA synchronous=OFF")
        call_command("migrate", verbosity=0)
        count = fill(clock.now())
        sweep(clock.now())  # the papers of these cases: sealing them takes memory that serving would keep
        prove(wire_now())
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (data / _DONE).write_text(f"{count}\n", encoding="ascii")
    return 0


def _serve(port: int) -> int:
    from yichuang.faces.terminal.site import bring_up_to_date, ready

    ready()
    bring_up_to_date()
    return serve("127.0.0.1", port)
