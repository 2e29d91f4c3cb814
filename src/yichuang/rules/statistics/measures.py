"""The sums that are kept (统计量): each is added up day by day and can be taken back again."""

from __future__ import annotations

from collections.abc import Mapping

from .shapes import Counted, Measure, Test


def _is(column: str, value: object) -> Test:
    return Test(column, "is", value)


def _of(column: str, *values: object) -> Test:
    return Test(column, "of", values)


def _known(*columns: str) -> tuple[Test, ...]:
    return tuple(Test(column, "least", 0) for column in columns)


GOOD, BAD = (5, 4, 3), (2, 1)  # 非常满意、满意、基本满意；不满意、非常不满意
KINDS: Mapping[str, str] = {"instant": "即办件", "promised": "承诺件", "joint": "联办件", "upward": "上报件"}
_LIMITED = (*_known("days"), Test("statutory", "least", 1))
_PROMISED = (Test("promised", "least", 1), Test("statutory", "least", 1))


def _received(name: str, *when: Test) -> Measure:
    return Measure(name, "received_on", when, person="received_by")


def _accepted(name: str, *when: Test, amount: str = "") -> Measure:
    return Measure(name, "accepted_on", when, amount, "accepted_by")


def _closed(name: str, *when: Test, amount: str = "") -> Measure:
    return Measure(name, "closed_on", when, amount, "closed_by")


def _rated(name: str, *when: Test) -> Measure:
    return Measure(name, "rated_on", when, person="closed_by")


_ALL = (
    _received("received"),
    _received("online", _is("online", True)),
    _received("corrected", _is("corrected", True)),
    _received("visits_known", *_known("visits")),
    _received("few_visits", _of("visits", 0, 1)),
    _accepted("accepted"),
    *(_accepted(f"accepted_{kind}", _is("kind", kind)) for kind in KINDS),
    _accepted("deemed", _is("deemed", True)),
    _accepted("promised_days", *_PROMISED, amount="promised"),
    _accepted("promised_from", *_PROMISED, amount="statutory"),
    Measure("not_accepted", "turned_away_on", person="turned_away_by"),
    Measure("withdrawn", "withdrawn_on"),
    _closed("closed"),
    _closed("closed_instant", _is("kind", "instant")),
    _closed("granted", _of("outcome", "granted", "filed", "upward")),
    _closed("denied", _of("outcome", "denied", "not_filed")),
    _closed("judged", _of("on_time", True, False)),
    _closed("on_time", _is("on_time", True)),
    _closed("late", _is("on_time", False)),
    _closed("early", _is("early", True)),
    _closed("extended", _is("extended", True)),
    _closed("timed", *_known("days")),
    _closed("days", *_known("days"), amount="days"),
    _closed("limited_days", *_LIMITED, amount="days"),
    _closed("statutory_days", *_LIMITED, amount="statutory"),
    Measure("overdue", "overdue_on"),
    _rated("rated", *_known("grade")),
    _rated("satisfied", _of("grade", *GOOD)),
    _rated("dissatisfied", _of("grade", *BAD)),
    *(_rated(f"grade_{grade}", _is("grade", grade)) for grade in (*GOOD, *BAD)),
    Measure("certified", "certified_on"),
    Measure("electronic", "certified_on", (_is("electronic", True),)),
    Measure("fees", extra=True),
    Measure("payments", extra=True),
)
MEASURES: Mapping[str, Measure] = {one.name: one for one in _ALL}


def holds(measure: Measure, row: Counted) -> bool:
    """Say whether a case enters a sum."""
    if getattr(row, measure.day) is None:
        return False
    when = measure.when
    return not when or all(test.holds(row) for test in when)
