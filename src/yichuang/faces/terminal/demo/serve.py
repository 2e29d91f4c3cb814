"""`./yc demo`: fill a fresh database and serve the demonstration centre, one process, nothing installed."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from yichuang.faces.terminal.serving import serve


def main(argv: list[str]) -> int:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="yc demo", description="演示中心：一条命令打开一个政务服务中心")
    parser.add_argument("--port", type=int, default=8000, help="端口（默认 8000）")
    parser.add_argument("--data", type=Path, default=Path("var/demo"), help="数据目录（默认 var/demo）")
    parser.add_argument("--reset", action="store_true", help="清空演示数据，重新生成")
    parser.add_argument("--fill-only", action="store_true", help="只生成数据，不启动服务")
    wish = parser.parse_args(argv)
    _environment(wish.data)
    from yichuang.faces.terminal.site import ready

    if wish.reset:
        _reset(wish.data)
    ready()
    count = _prepare()
    if wish.fill_only:
        return 0
    print(f"一窗演示中心　http://127.0.0.1:{wish.port}/demo/")
    print(f"演示数据　{count} 件办件，日期以今天为准；全部为虚构。" if count else "演示数据　沿用上次的数据。")
    print(f"数据目录　{wish.data.resolve()}（加 --reset 重新生成）")
    print("停止　Ctrl+C", flush=True)
    return serve("127.0.0.1", wish.port)


def _environment(data: Path) -> None:
    os.environ.pop("DATABASE_URL", None)
    os.environ["YICHUANG_DATA"] = str(data.resolve())
    os.environ["YICHUANG_DEMO"] = "1"


def _reset(data: Path) -> None:
    for path in [*data.glob("yichuang.sqlite3*"), data / "demo-clock.json"]:
        path.unlink(missing_ok=True)


def _prepare() -> int:
    """Migrate; fill an empty database. Return the number of new cases."""
    from django.core.management import call_command

    from yichuang.faces.common import clock
    from yichuang.faces.terminal.demo.fill import fill, is_empty

    call_command("migrate", verbosity=0)
    if not is_empty():
        return 0
    print("正在生成演示数据……", flush=True)
    return fill(clock.now())
