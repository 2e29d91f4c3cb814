"""Several at once: one winner for a case, no gap and no double among numbers. And the tests would notice."""

import re
from collections.abc import Iterator
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from tests.acts.city import City, on
from tests.acts.filing.crowd import PATIENCE, crowd, elsewhere
from tests.acts.lives import under_review
from yichuang.acts import act
from yichuang.acts.filing import plan
from yichuang.acts.filing.shapes import Conflict, Filed
from yichuang.acts.handling.review import Review, review
from yichuang.acts.intake.submit import submit
from yichuang.records.cases.models import Case, Stage
from yichuang.records.ledger.models import Counter, Entry

REGION, RIVALS = "990100", 6


def winners(city: City, patch: pytest.MonkeyPatch) -> int:
    """Let rivals review the same case, none writing before all have read; return how many got through."""
    no = elsewhere(lambda: under_review(city))
    contexts = [city.ctx("reviewer") for _ in range(RIVALS)]
    gate, read = Barrier(RIVALS), act.read_case

    def read_and_wait(*args: Any, **options: Any) -> Any:
        case = read(*args, **options)
        gate.wait(PATIENCE)
        return case

    patch.setattr(act, "read_case", read_and_wait)
    found = crowd(RIVALS, lambda n: review(Review(on(no), bool(n % 2), f"意见{n}"), contexts[n]))
    assert {type(answer) for answer in found} <= {Filed, Conflict}, found
    return sum(isinstance(answer, Filed) for answer in found)


def test_one_winner(busy_city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    assert winners(busy_city, monkeypatch) == 1
    assert elsewhere(lambda: Entry.objects.filter(region_code=REGION, verb="case.reviewed").count()) == 1
    assert elsewhere(lambda: Stage.objects.filter(region_code=REGION, kind="verification").count()) == 1


def test_eight_writers_draw_every_number_once(busy_city: City) -> None:
    contexts = [[busy_city.ctx("clerk") for _ in range(5)] for _ in range(8)]
    wish = busy_city.submission(busy_city.promised)
    found = crowd(8, lambda n: [submit(wish, ctx).no for ctx in contexts[n]])
    assert not [fault for fault in found if isinstance(fault, Exception)]
    assert sorted(no for many in found for no in many) == [f"JN-2026-{n:06d}" for n in range(1, 41)]
    assert elsewhere(lambda: Case.objects.filter(region_code=REGION).count()) == 40


def test_who_fails_takes_no_number(busy_city: City) -> None:
    contexts = [busy_city.ctx("clerk", key=f"key-{n // 2}", digest=str(n)) for n in range(8)]
    found = crowd(8, lambda n: submit(busy_city.submission(busy_city.promised), contexts[n]))
    numbers = sorted(answer.no for answer in found if isinstance(answer, Filed))
    assert numbers == [f"JN-2026-{n:06d}" for n in range(1, 5)]
    assert elsewhere(lambda: list(Counter.objects.values_list("value", flat=True))) == [4]


@pytest.fixture
def blind_guard(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A guard that doesn't look at the version."""
    look = plan._guard

    def blind(*args: Any) -> str:
        return re.sub(r"( AND version = )(\S+)", r"\1COALESCE(version, \2)", look(*args))

    monkeypatch.setattr(plan, "_guard", blind)
    for cached in (plan.folded, plan.listed):
        cached.cache_clear()
    yield
    for cached in (plan.folded, plan.listed):
        cached.cache_clear()


@pytest.fixture
def twice_the_same_place(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A ledger in which two entries may stand at the same place of a chain."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE ledger_entry DROP CONSTRAINT entry_seq_once")
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE ledger_entry ADD CONSTRAINT entry_seq_once UNIQUE (region_code, subject_id, seq)")


@pytest.mark.postgres
def test_without_guard_and_chain_all_would_win(
    twice_the_same_place: None, busy_city: City, blind_guard: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert winners(busy_city, monkeypatch) == RIVALS


def test_the_chain_stands_behind_the_guard(busy_city: City, blind_guard: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert winners(busy_city, monkeypatch) == 1
