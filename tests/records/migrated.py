"""Make a database as an installation makes its own, and tell what is in it: `python -m tests.records.migrated NAME`."""

from __future__ import annotations

import json
import sys
from typing import Any

import django
from django.db.backends.base.base import BaseDatabaseWrapper

OTHERS = ("django_", "auth_", "axes_")  # tables of the frameworks
FLAGS = ("columns", "primary_key", "unique", "foreign_key", "check", "index", "orders", "type")


def tables(base: BaseDatabaseWrapper) -> dict[str, Any]:
    """Return of each table the columns with their types, and every rule and index."""
    found: dict[str, Any] = {}
    with base.cursor() as cursor:
        for name in base.introspection.table_names(cursor):
            columns = {
                c.name: f"{c.type_code} {c.null_ok}" for c in base.introspection.get_table_description(cursor, name)
            }
            rules = base.introspection.get_constraints(cursor, name).values()
            found[name] = [columns, sorted(str([rule.get(flag) for flag in FLAGS]) for rule in rules)]
    return {name: told for name, told in found.items() if not name.startswith(OTHERS)}


def main(name: str) -> None:
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = name
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("makemigrations", check_changes=True, dry_run=True)
    call_command("migrate", verbosity=0)
    sys.stdout.write("\n" + json.dumps(tables(connection)))


if __name__ == "__main__":
    main(sys.argv[1])
