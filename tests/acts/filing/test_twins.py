"""A new applicant entered twice at the same moment (同一新申请人同时提交): both cases are received, he is one."""

from collections.abc import Callable
from threading import Barrier
from typing import Any

import pytest
from django.db import transaction

from tests.acts.city import City
from tests.acts.filing.crowd import PATIENCE, crowd, elsewhere
from yichuang.acts.filing.shapes import Conflict, Filed
from yichuang.acts.intake import submit as act
from yichuang.records.applicants.models import Applicant
from yichuang.records.cases.models import Case

TWINS = 4


def entered_at_once(
    city: City, patch: pytest.MonkeyPatch, *, inside: bool = False, enter: Callable[..., Filed] = act.submit
) -> list[Any]:
    """Let twins submit for the same new applicant, none writing before all have looked whether he is known."""
    gate, look, seen = Barrier(TWINS), act.known, []

    def look_and_wait(*asked: Any) -> Any:
        found = look(*asked)
        if len(seen) < TWINS:  # the second look of a loser waits for nobody
            seen.append(found)
            gate.wait(PATIENCE)
        return found

    def job(number: int) -> Filed:
        if not inside:
            return enter(city.submission(city.promised), contexts[number])
        with transaction.atomic():
            return enter(city.submission(city.promised), contexts[number])

    contexts = [city.ctx("clerk") for _ in range(TWINS)]
    patch.setattr(act, "known", look_and_wait)
    answers = crowd(TWINS, job)
    assert [first for first, _ in seen] == [None] * TWINS, "every twin must have found him unknown"
    return answers


def received() -> tuple[int, int]:
    """Return how many cases and how many applicants are on record."""
    return Case.objects.count(), Applicant.objects.count()


def test_all_are_received_for_one_applicant(busy_city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = entered_at_once(busy_city, monkeypatch)
    assert {type(answer) for answer in answers} == {Filed}, answers
    assert len({answer.no for answer in answers}) == TWINS
    assert elsewhere(received) == (TWINS, 1)


@pytest.mark.postgres
def test_inside_transactions_too(busy_city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = entered_at_once(busy_city, monkeypatch, inside=True)
    assert {type(answer) for answer in answers} == {Filed}, answers
    assert elsewhere(received) == (TWINS, 1)


def test_without_the_second_look_all_but_one_would_fail(busy_city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = entered_at_once(busy_city, monkeypatch, enter=act._submit)
    assert sorted(type(answer).__name__ for answer in answers) == [Conflict.__name__] * (TWINS - 1) + [Filed.__name__]
    assert elsewhere(received) == (1, 1)
