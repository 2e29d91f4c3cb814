"""Migrations: the suite's own tables are made from the models; here some are made as an installation makes its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from tests.guards.sources import ROOT
from tests.records.migrated import tables

pytestmark = pytest.mark.django_db


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[str]:
    """Give the name of a second database of the same kind."""
    if connection.vendor == "sqlite":
        yield str(tmp_path / "migrated.sqlite3")
        return
    name = f"{connection.settings_dict['NAME']}_migrated"
    with connection._nodb_cursor() as cursor:  # outside of the test's transaction
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
    yield name
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}"')


def test_they_lead_to_the_tables_of_the_models(empty: str) -> None:
    """No model is ahead of its migrations; all of them from nothing make the same columns, rules and indexes."""
    own = {"PYTHONPATH": str(ROOT / "src"), "DJANGO_SETTINGS_MODULE": "yichuang.config.settings"}
    command = [sys.executable, "-m", "tests.records.migrated", empty]
    done = subprocess.run(command, env=os.environ | own, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    migrated, made = json.loads(done.stdout.splitlines()[-1]), tables(connection)
    assert migrated.keys() == made.keys()
    assert {name: (migrated[name], made[name]) for name in made if migrated[name] != made[name]} == {}
