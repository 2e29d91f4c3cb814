"""The database itself refuses to change the ledger, whoever asks."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from yichuang.records.ids import new_id
from yichuang.records.ledger.append_only import install, missing
from yichuang.records.ledger.canonical import GENESIS
from yichuang.records.ledger.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry() -> Entry:
    return Entry.objects.create(
        region_code="990100", subject="case", subject_id=new_id(), seq=1, verb="case.submitted", facts={},
        at="2026-03-02T10:00Z", recorded_at="2026-03-02T10:00Z", payload_digest="", prev_hash=GENESIS, hash="",
        answer={},
    )  # fmt: skip


@pytest.fixture
def kept(entry: Entry) -> Iterator[None]:
    yield
    assert Entry.objects.filter(region_code="990100").values_list("seq", "verb").get() == (1, "case.submitted")


REFUSED = (
    "UPDATE ledger_entry SET verb = 'x'",
    "DELETE FROM ledger_entry",
    "UPDATE ledger_entry SET facts = '{}' WHERE seq = 1",
)


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("sql", REFUSED)
def test_changes_are_refused(sql: str) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.usefixtures("kept")
@pytest.mark.postgres
def test_truncate_is_refused() -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE ledger_entry CASCADE")


@pytest.mark.usefixtures("kept")
def test_replacing_is_refused(entry: Entry) -> None:
    if connection.vendor == "sqlite":
        sql = "INSERT OR REPLACE INTO ledger_entry SELECT * FROM ledger_entry"
    else:
        sql = "INSERT INTO ledger_entry SELECT * FROM ledger_entry ON CONFLICT (id) DO UPDATE SET verb = 'x'"
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_the_models_cannot_either(entry: Entry) -> None:
    entry.verb = "x"
    for change in (entry.save, entry.delete):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()


def test_a_missing_trigger_is_seen_and_put_back() -> None:
    name = sorted(missing_names())[0]
    on = "" if connection.vendor == "sqlite" else " ON ledger_entry"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}{on}")
    assert missing(connection) == {name}
    install(connection)
    assert missing(connection) == set()


def missing_names() -> set[str]:
    sqlite = {"entry_no_update", "entry_no_delete"}
    return sqlite if connection.vendor == "sqlite" else {"entry_no_change", "entry_no_truncate"}


def test_every_migrate_puts_them_back() -> None:
    name = sorted(missing_names())[0]
    on = "" if connection.vendor == "sqlite" else " ON ledger_entry"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}{on}")
    call_command("migrate", verbosity=0)
    assert missing(connection) == set()
