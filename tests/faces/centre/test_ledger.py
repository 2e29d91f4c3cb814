"""The ledger page: readable, masked, and it shows every kind of tampering without breaking."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from tests.acts.city import PERSON, City
from tests.acts.lives import promised_life
from yichuang.records.cases.models import Case
from yichuang.records.ledger.append_only import install
from yichuang.records.ledger.models import Entry, Payload

Enter = Callable[[str], Client]
REGION = "990100"


@pytest.fixture
def look(centre: City, enter: Enter) -> Callable[[], Any]:
    no, client = promised_life(centre), enter("auditor")
    return lambda: client.get(f"/centre/cases/{no}/ledger/")


def changed(model: Any, seq: int, **values: Any) -> None:
    """Change a row past the triggers, as a database administrator could."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name in ("entry_no_update", "entry_no_delete"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        else:
            cursor.execute("DROP TRIGGER IF EXISTS entry_no_change ON ledger_entry")
    entry = Entry.objects.get(region_code=REGION, subject="case", seq=seq)
    mine = {"pk": entry.pk} if model is Entry else {"entry_id": entry.pk}
    model.objects.filter(region_code=REGION, **mine).update(**values)
    install(connection)


def faults(page: Any) -> dict[int, tuple[str, ...]]:
    return {line.seq: line.faults for line in page.context["lines"] if line.faults}


def test_a_sound_chain(look: Callable[[], Any]) -> None:
    page = look()
    words = page.content.decode()
    assert page.context["sound"]
    assert faults(page) == {}
    assert "前后相接" in words
    for act in ("提交", "一次性告知补正", "中止计时", "延期", "决定", "送达", "评价"):
        assert f"<b>{act}</b>" in words


def test_no_words_of_the_machine(look: Callable[[], Any]) -> None:
    words = look().content.decode()
    assert "模板版本" not in words
    assert "acceptance@" not in words


def test_personal_data_is_masked(look: Callable[[], Any]) -> None:
    words = look().content.decode()
    for secret in (PERSON.name, PERSON.identity_no, PERSON.phone, PERSON.address, "生活用水", "aesgcm"):
        assert secret not in words
    assert "孙*兰" in words


def test_a_changed_fact(look: Callable[[], Any]) -> None:
    changed(Entry, 4, facts={"rows": []})
    page = look()
    assert not page.context["sound"]
    assert "被改动过" in faults(page)[4][0]


def test_a_changed_hash_breaks_the_next_one(look: Callable[[], Any]) -> None:
    changed(Entry, 4, hash="0" * 64)
    assert set(faults(look())) == {4, 5}


def test_a_changed_payload(look: Callable[[], Any]) -> None:
    changed(Payload, 2, body={"reason": "另一个理由"})
    assert faults(look()).keys() == {2}


@pytest.mark.parametrize("facts", [[], {"rows": 5}, {"rows": [["x"]]}, {"rows": [["cases_case", 1, None]]}, "x", None])
def test_unreadable_facts_do_not_break_the_page(look: Callable[[], Any], facts: Any) -> None:
    changed(Entry, 3, facts=facts if facts is not None else {"rows": None})
    page = look()
    assert page.status_code == 200
    assert 3 in faults(page)


def test_a_changed_row(look: Callable[[], Any]) -> None:
    Case.objects.filter(region_code=REGION).update(due_on=date(2030, 1, 1))
    page = look()
    assert not page.context["sound"]
    assert "存储值与账目不符" in page.content.decode()


def test_queries(look: Callable[[], Any], django_assert_max_num_queries: Callable) -> None:
    look()
    with django_assert_max_num_queries(25):
        look()
