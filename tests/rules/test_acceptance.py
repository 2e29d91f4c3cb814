"""The five answers and who may give them."""

from datetime import date

import pytest

from tests.rules.conftest import facts, some_norms
from yichuang.rules import acceptance
from yichuang.rules.acceptance import Outcome
from yichuang.rules.clock import Clock, clock_terms, fold
from yichuang.rules.working_days import Calendar

NORMS = some_norms()
NO_VETO = some_norms(refusal_of_acceptance_by="second_person")


def clock(calendar: Calendar, words: str, today: str) -> Clock:
    return fold(facts(words), clock_terms(NORMS), calendar, as_of=date.fromisoformat(f"2026-{today}"))


def refuse(outcome: Outcome = Outcome.REFUSED, role: str = "window_clerk", second: bool = False, norms=NORMS) -> str:  # type: ignore[no-untyped-def]
    return acceptance.may_refuse(outcome=outcome, by_role=role, second_person=second, norms=norms).code


def test_it_works() -> None:
    assert refuse() == refuse(second=True, norms=NO_VETO) == refuse(Outcome.NOT_NEEDED, norms=NO_VETO) == "allowed"


def test_the_window_has_no_veto_there() -> None:
    assert refuse(norms=NO_VETO) == "refusal_second_person"


def test_somebody_must_refuse() -> None:
    assert refuse(role="") == "refusal_role"


@pytest.mark.parametrize("outcome", [Outcome.ACCEPT, Outcome.CORRECTION, Outcome.CORRECT_NOW])
def test_other_answers_are_no_refusal(outcome: Outcome) -> None:
    assert refuse(outcome) == "no_refusal"


def test_told_and_decided_are_two_things() -> None:
    sealed = [outcome for outcome in Outcome if acceptance.needs_sealed_decision(outcome, NORMS)]
    assert sealed == [Outcome.REFUSED, Outcome.ACCEPT]


@pytest.mark.parametrize(("words", "today", "code"), [
    ("received:03-02", "03-09", "allowed"),
    ("received:03-02 correction_notified:03-03", "05-20", "allowed"),
    ("accepted:03-02", "03-03", "not_received"),
    ("received:03-02 not_accepted:03-03", "03-04", "closed"),
    ("received:03-02", "03-10", "deemed_accepted"),
    ("received:03-02 accepted:03-03", "03-04", "already_accepted"),
])  # fmt: skip
def test_still_open(calendar: Calendar, words: str, today: str, code: str) -> None:
    assert acceptance.still_open(clock(calendar, words, today)).code == code


@pytest.mark.parametrize(("words", "today", "code"), [
    ("received:03-02 correction_notified:03-03", "03-21", "allowed"),
    ("received:03-02 correction_notified:03-03", "03-20", "correction_running"),
    ("received:03-02", "03-05", "not_correcting"),
    ("received:03-02", "03-21", "deemed_accepted"),
])  # fmt: skip
def test_nothing_supplemented(calendar: Calendar, words: str, today: str, code: str) -> None:
    verdict = acceptance.may_refuse_after_correction(
        clock(calendar, words, today), correction_due_on=date(2026, 3, 20), norms=NORMS,
        today=date.fromisoformat(f"2026-{today}"),
    )  # fmt: skip
    assert verdict.code == code


def test_without_a_term_nothing_runs_out(calendar: Calendar) -> None:
    waiting = clock(calendar, "received:03-02 correction_notified:03-03", "12-01")
    verdict = acceptance.may_refuse_after_correction(
        waiting, correction_due_on=None, today=date(2026, 12, 1), norms=NORMS
    )
    assert verdict.code == "correction_without_term"
