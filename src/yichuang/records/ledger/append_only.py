"""The database itself refuses to change or delete ledger entries, on SQLite and on PostgreSQL.

Reinstalled after every migrate; doctor checks that the triggers are there. On PostgreSQL the application's
role should moreover hold only SELECT and INSERT (docs/operate).
"""

from typing import Any

TABLE = "ledger_entry"
TABLES = {  # how its triggers are called
    TABLE: "entry",
    "ledger_leaf": "leaf",
    "ledger_treenode": "treenode",
    "ledger_checkpoint": "checkpoint",
    "ledger_cosignature": "cosignature",
    "ledger_dailyroot": "dailyroot",
}
_SQLITE = [
    f"""CREATE TRIGGER IF NOT EXISTS {name}_no_{verb.lower()} BEFORE {verb} ON {table}
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"""
    for table, name in TABLES.items()
    for verb in ("UPDATE", "DELETE")
]
_POSTGRES = [
    """CREATE OR REPLACE FUNCTION entry_append_only() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$""",
    *(
        statement
        for table, name in TABLES.items()
        for statement in (
            f"DROP TRIGGER IF EXISTS {name}_no_change ON {table}",
            f"""CREATE TRIGGER {name}_no_change BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION entry_append_only()""",
            f"DROP TRIGGER IF EXISTS {name}_no_truncate ON {table}",
            f"""CREATE TRIGGER {name}_no_truncate BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION entry_append_only()""",
        )
    ),
]
_SQLITE_NAMES = {f"{name}_no_{verb}" for name in TABLES.values() for verb in ("update", "delete")}
_POSTGRES_NAMES = {f"{name}_no_{verb}" for name in TABLES.values() for verb in ("change", "truncate")}


def install(connection: Any) -> None:
    """Put the triggers in place, if they aren't."""
    with connection.cursor() as cursor:
        for statement in _SQLITE if connection.vendor == "sqlite" else _POSTGRES:
            cursor.execute(statement)


def missing(connection: Any) -> set[str]:
    """Return the names of triggers that should be there and aren't (or are switched off)."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
            return _SQLITE_NAMES - {row[0] for row in cursor.fetchall()}
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D' AND NOT tgisinternal")
        return _POSTGRES_NAMES - {row[0] for row in cursor.fetchall()}


def after_migrate(**kwargs: Any) -> None:
    """Reinstall after every migrate (a table rebuilt by SQLite loses its triggers)."""
    from django.db import connections

    install(connections[kwargs["using"]])
