"""Bring Django up for a command."""

from __future__ import annotations

import os
from pathlib import Path


def ready() -> None:
    """Load settings and apps."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yichuang.config.settings")
    import django

    django.setup()


def own_database() -> None:
    """Make the file of a new SQLite database for its owner only (0600); what belongs to it takes after it."""
    from django.conf import settings

    told = settings.DATABASES["default"]
    if told["ENGINE"].endswith("sqlite3"):
        os.close(os.open(told["NAME"], os.O_CREAT | os.O_WRONLY, 0o600))


def bring_up_to_date() -> None:
    """Migrate, where it can be done in a process of its own: what that takes of memory goes with it."""
    import multiprocessing

    from django.core.management import call_command

    if "fork" not in multiprocessing.get_all_start_methods():
        call_command("migrate", verbosity=0)
        return
    child = multiprocessing.get_context("fork").Process(target=call_command, args=("migrate",), kwargs={"verbosity": 0})
    child.start()
    child.join()
    if child.exitcode:
        raise SystemExit(child.exitcode)


def has_tables() -> bool:
    """Say whether the database has been migrated at all."""
    from django.db import connection

    return "ledger_entry" in connection.introspection.table_names()


def is_behind() -> bool:
    """Say whether the database waits for migrations of this version."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def unset() -> str:
    """Say what the installation lacks of its settings, a line each; "" where nothing."""
    from django.conf import settings

    told = os.environ.get("YICHUANG_FONTS", "")
    lacks = [] if not told or Path(told).is_dir() else [f"YICHUANG_FONTS 应是放字体的文件夹，{told} 不是：{_RARE}"]
    return "".join(
        f"{line}\n" for line in (lacks if settings.DEMO or settings.YICHUANG_PUBLIC_URL else [_ADDRESS, *lacks])
    )


_ADDRESS = "没有设置 YICHUANG_PUBLIC_URL（公众访问的网址）：二维码不带网址，短信邀请评价不发出；请设置后重新启动。"
_RARE = "生僻字在文书上只标缺字；请改正后重新启动。"
BEHIND = "这个数据目录还是旧版本的：先用 ./yc demo 或 ./yc serve 启动一次，数据库会自动升级。"
