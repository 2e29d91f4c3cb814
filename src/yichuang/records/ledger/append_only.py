"""The database itself refuses to change or delete ledger entries, on SQLite and on PostgreSQL.

Reinstalled after every migrate; doctor checks that the triggers are there. On PostgreSQL the application's
role should moreover hold only SELECT and INSERT (docs/operate).
"""

from typing import Any

TABLE = "ledger_entry"
_SQLITE = [
    f"""CREATE TRIGGER IF NOT EXISTS entry_no_{verb.lower()} BEFORE {verb} ON {TABLE}
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"""
    for verb in ("UPDATE", "DELETE")
]
_POSTGRES = [
    """CREATE OR REPLACE FUNCTION entry_append_only() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$""",
    f"DROP TRIGGER IF EXISTS entry_no_change ON {TABLE}",
    f"""CREATE TRIGGER entry_no_change BEFORE UPDATE OR DELETE ON {TABLE}
    FOR EACH ROW EXECUTE FUNCTION entry_append_only()""",
    f"DROP TRIGGER IF EXISTS entry_no_truncate ON {TABLE}",
    f"""CREATE TRIGGER entry_no_truncate BEFORE TRUNCATE ON {TABLE}
    FOR EACH STATEMENT EXECUTE FUNCTION entry_append_only()""",
]
_SQLITE_NAMES = {"entry_no_update", "entry_no_delete"}
_POSTGRES_NAMES = {"entry_no_change", "entry_no_truncate"}


def install(connection: Any) -> None:
    """Put the triggers in place, if they aren't."""
    with connection.cursor() as cursor:
        for statement in _SQLITE if connection.vendor == "sqlite" else _POSTGRES:
            cursor.execute(statement)


def missing(connection: Any) -> set[str]:
    """Return the names of triggers that should be there and aren't (or are switched off)."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name=%s", [TABLE])
            return _SQLITE_NAMES - {row[0] for row in cursor.fetchall()}
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND tgenabled <> 'D'", [TABLE])
        return _POSTGRES_NAMES - {row[0] for row in cursor.fetchall()}


def after_migrate(**kwargs: Any) -> None:
    """Reinstall after every migrate (a table rebuilt by SQLite loses its triggers)."""
    from django.db import connections

    install(connections[kwargs["using"]])
