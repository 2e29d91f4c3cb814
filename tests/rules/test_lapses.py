"""A missed limit stays visible: silence on a receipt, promise, legal limit, delivery."""

from datetime import date

from tests.faces.common.cases import calendar, terms
from yichuang.rules.clock import fold
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.lapses import Lapse, LapseKind, lapses, late_delivery

MONDAY = date(2026, 3, 2)
RECEIVED = ClockFact(FactKind.RECEIVED, MONDAY)
ACCEPTED = ClockFact(FactKind.ACCEPTED, MONDAY)


def found(today: date, *facts: ClockFact, promised: int | None = 8) -> list[tuple[LapseKind, date, date | None]]:
    limits = terms(promised)
    clock = fold(facts, limits, calendar(), as_of=today)
    return [(lapse.kind, lapse.due, lapse.done_on) for lapse in lapses(facts, clock, limits, today)]


def test_nothing_is_missed_on_the_last_day() -> None:
    assert found(date(2026, 3, 12), RECEIVED, ACCEPTED) == []


def test_promise_then_legal_limit() -> None:
    assert found(date(2026, 3, 13), RECEIVED, ACCEPTED) == [(LapseKind.PROMISE, date(2026, 3, 12), None)]
    kinds = [kind for kind, _, _ in found(date(2026, 5, 6), RECEIVED, ACCEPTED)]
    assert kinds == [LapseKind.PROMISE, LapseKind.DECISION]


def test_a_late_decision_keeps_its_lapse() -> None:
    decided = ClockFact(FactKind.DECIDED, date(2026, 3, 16))
    answer = [(LapseKind.PROMISE, date(2026, 3, 12), date(2026, 3, 16))]
    assert found(date(2026, 6, 1), RECEIVED, ACCEPTED, decided) == answer


def test_silence_on_a_receipt() -> None:
    assert found(date(2026, 3, 9), RECEIVED) == []
    assert found(date(2026, 3, 10), RECEIVED) == [(LapseKind.ANSWER, date(2026, 3, 9), None)]


def test_a_withdrawn_case_owes_nothing_afterwards() -> None:
    withdrawn = ClockFact(FactKind.WITHDRAWN, date(2026, 3, 11))
    assert found(date(2026, 6, 1), RECEIVED, ACCEPTED, withdrawn) == []


def test_an_open_pause_owes_nothing() -> None:
    paused = ClockFact(FactKind.PAUSED, date(2026, 3, 5), pause="expert_review")
    assert found(date(2026, 6, 1), RECEIVED, ACCEPTED, paused) == []


def test_late_delivery() -> None:
    by = date(2026, 3, 20)
    assert late_delivery(by, None, by, "XKF-44") is None
    assert late_delivery(None, None, by, "XKF-44") is None
    assert late_delivery(by, date(2026, 3, 23), date(2026, 4, 1), "XKF-44") == Lapse(
        LapseKind.DELIVERY, by, date(2026, 3, 23), "XKF-44"
    )


def test_it_names_the_act_that_was_owed() -> None:
    assert Lapse(LapseKind.PROMISE, MONDAY, None, "").verbs == ("case.decided",)
