"""Who may move a clock: one test that it works, then one for each refusal."""

from datetime import date

import pytest

from tests.rules.conftest import facts, some_norms
from yichuang.rules import limits
from yichuang.rules.clock import Clock, clock_terms, fold
from yichuang.rules.verdict import Refused, Verdict
from yichuang.rules.working_days import Calendar

NORMS = some_norms()
RUNNING = "received:03-02 accepted:03-02"


def on(day: str) -> date:
    return date.fromisoformat(f"2026-{day}")


def clock(calendar: Calendar, words: str, today: str) -> Clock:
    return fold(facts(words), clock_terms(NORMS), calendar, as_of=on(today))


def extend(calendar: Calendar, words: str = RUNNING, today: str = "03-27", **other: object) -> Verdict:
    wish = {"days": 10, "approver": "agency_head", "norms": NORMS} | other
    return limits.may_extend(clock(calendar, words, today), today=on(today), **wish)  # type: ignore[arg-type]


def pause(calendar: Calendar, words: str = RUNNING, today: str = "03-11", **other: object) -> Verdict:
    wish = {"kind": "testing", "approver": "verifier", "handler_is_approver": False, "norms": NORMS} | other
    return limits.may_pause(clock(calendar, words, today), today=on(today), **wish)  # type: ignore[arg-type]


def notify(calendar: Calendar, words: str = "received:03-02", today: str = "03-09", second: bool = False) -> Verdict:
    return limits.may_notify_correction(clock(calendar, words, today), second=second, norms=NORMS, today=on(today))


def test_it_works(calendar: Calendar) -> None:
    assert extend(calendar).allowed
    assert pause(calendar).allowed
    assert notify(calendar).allowed


@pytest.mark.parametrize(("code", "words", "today", "other"), [
    ("clock_not_started", "received:03-02", "03-03", {}),
    ("decided", f"{RUNNING} decided:03-20", "03-27", {}),
    ("overdue", RUNNING, "03-31", {}),
    ("paused", f"{RUNNING} paused:03-20:testing", "03-27", {}),
    ("extension_used", f"{RUNNING} extended:03-20:5", "03-27", {"days": 5}),
    ("extension_days", RUNNING, "03-27", {"days": 0}),
    ("extension_too_long", RUNNING, "03-27", {"days": 11}),
    ("extension_approver", RUNNING, "03-27", {"approver": "deputy_head"}),
    ("no_extension", RUNNING, "03-27", {"norms": some_norms(extension_limit=None)}),
])  # fmt: skip
def test_no_extension(calendar: Calendar, code: str, words: str, today: str, other: dict[str, object]) -> None:
    refused = extend(calendar, words, today, **other)
    assert (refused.allowed, refused.code, refused.basis) == (False, code, "XKF-42.1")


def test_a_joint_extension_needs_the_government_head(calendar: Calendar) -> None:
    found = clock(calendar, RUNNING, "03-27")
    wish = {"days": 15, "norms": NORMS, "today": on("03-27")}
    assert limits.may_extend_joint(found, approver="government_head", **wish).allowed  # type: ignore[arg-type]
    refused = limits.may_extend_joint(found, approver="agency_head", **wish)  # type: ignore[arg-type]
    assert (refused.code, refused.basis) == ("extension_approver", "XKF-42.2")


def test_a_joint_limit_is_extended_once_by_its_own_paragraph(calendar: Calendar) -> None:
    found = clock(calendar, f"{RUNNING} extended:03-20:15", "03-27")
    refused = limits.may_extend_joint(found, days=15, approver="government_head", norms=NORMS, today=on("03-27"))
    assert (refused.code, refused.basis) == ("extension_used", "XKF-42.2")


@pytest.mark.parametrize(("code", "basis", "words", "other"), [
    ("clock_not_started", "XKF-45", "received:03-10", {}),
    ("decided", "XKF-45", f"{RUNNING} decided:03-10", {}),
    ("already_paused", "XKF-45", f"{RUNNING} paused:03-10:hearing", {}),
    ("pause_kind", "XKF-45", RUNNING, {"kind": "public_notice"}),
    ("pause_approver", "YC", RUNNING, {"approver": "reviewer"}),
    ("pause_own_case", "YC", RUNNING, {"handler_is_approver": True}),
])  # fmt: skip
def test_no_pause(calendar: Calendar, code: str, basis: str, words: str, other: dict[str, object]) -> None:
    refused = pause(calendar, words, **other)
    assert (refused.code, refused.basis) == (code, basis)


def test_no_pause_after_the_due_day(calendar: Calendar) -> None:
    assert pause(calendar, today="03-31").code == "overdue"


def test_nobody_named_to_approve_means_anybody_may(calendar: Calendar) -> None:
    assert pause(calendar, norms=some_norms(pause_approver=None), approver="").allowed


def test_resume(calendar: Calendar) -> None:
    paused = f"{RUNNING} paused:03-10:hearing"
    assert limits.may_resume(clock(calendar, paused, "03-12"), today=on("03-12")).allowed
    assert limits.may_resume(clock(calendar, RUNNING, "03-12"), today=on("03-12")).code == "not_paused"
    decided = clock(calendar, f"{paused} decided:03-11", "03-12")
    assert limits.may_resume(decided, today=on("03-12")).code == "decided"


@pytest.mark.parametrize(("code", "words", "today", "second"), [
    ("not_received", "accepted:03-02", "03-03", False),
    ("closed", "received:03-02 withdrawn:03-03", "03-04", False),
    ("deemed_accepted", "received:03-02", "03-10", False),
    ("already_accepted", RUNNING, "03-03", False),
    ("second_notice", "received:03-02 correction_notified:03-03", "03-04", True),
    ("second_notice", "received:03-02 correction_notified:03-03 supplemented:03-05", "03-06", True),
])  # fmt: skip
def test_no_notice(calendar: Calendar, code: str, words: str, today: str, second: bool) -> None:
    refused = notify(calendar, words, today, second)
    assert (refused.code, refused.basis) == (code, "XKF-32.1(4)")


def test_a_late_notice_is_refused_also_where_silence_accepts_nothing(calendar: Calendar) -> None:
    norms = some_norms(correction_silence_effect="none")
    late = fold(facts("received:03-02"), clock_terms(norms), calendar, as_of=on("03-10"))
    assert limits.may_notify_correction(late, second=False, norms=norms, today=on("03-10")).code == "answer_late"


def test_a_refusal_names_its_article(calendar: Calendar) -> None:
    with pytest.raises(Refused, match=r"extension_too_long \(XKF-42.1\)"):
        extend(calendar, days=11).raise_if_refused()
