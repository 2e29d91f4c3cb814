"""提交 → 受理 → 审查 → 决定 → 领取: how far a case has come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yichuang.faces.common.dates import short_day
from yichuang.faces.portal.mine.levels import lower_done, received_above, reported, upward
from yichuang.faces.portal.mine.turn import Standing
from yichuang.records.cases.models import CaseOutcome, CaseState
from yichuang.records.catalogue.models import CaseKind, ItemVersion

_NOT_ACCEPTED = frozenset({CaseOutcome.NOT_NEEDED, CaseOutcome.REFUSED})
_REVIEWED = frozenset({CaseState.DECIDING, CaseState.DECIDED, CaseState.ISSUED, CaseState.CLOSED})


@dataclass(frozen=True, slots=True)
class Milestone:
    """One point on the way: name, a note below it, ok (behind), now, or "" (ahead)."""

    name: str
    note: str
    css: str


@dataclass(frozen=True, slots=True)
class _Point:
    name: str
    reached: bool
    on: date | None = None
    note: str = ""


def milestones(standing: Standing, version: ItemVersion) -> list[Milestone]:
    """Return the way of a case; one that ended early ends with how it ended."""
    points = list(_points(standing, version))
    here = next((number for number, point in enumerate(points) if not point.reached), len(points))
    return [_milestone(point, number - here, standing.today) for number, point in enumerate(points)]


def _milestone(point: _Point, ahead: int, today: date) -> Milestone:
    css = "ok" if ahead < 0 else "now" if ahead == 0 else ""
    return Milestone(point.name, short_day(point.on, today) if point.on else point.note, css)


def _points(standing: Standing, version: ItemVersion) -> Iterator[_Point]:
    case, clock = standing.case, standing.time.clock
    yield _Point("提交", True, case.received_on)
    if case.outcome in _NOT_ACCEPTED:
        yield _Point(str(CaseOutcome(case.outcome).label), True, case.closed_on)
        return
    if case.outcome in (CaseOutcome.FILED, CaseOutcome.NOT_FILED):
        yield _Point(str(CaseOutcome(case.outcome).label), True, case.decided_on)
        yield _Point("送达", case.state == CaseState.CLOSED, case.closed_on, "通知书")
        return
    withdrawn = case.outcome == CaseOutcome.WITHDRAWN
    if not withdrawn or clock.accepted_on:
        accepted = "视为受理" if clock.deemed else "受理"
        yield _Point(accepted, clock.accepted_on is not None, clock.accepted_on, _before(standing, open_=True))
    if withdrawn:
        yield _Point("撤回", True, case.closed_on)
        return
    if upward(case):
        yield _Point("初审", lower_done(case), None, "" if lower_done(case) else standing.department)
        yield _Point("转报", received_above(case))
    if case.kind != CaseKind.INSTANT and not case.undertaken:
        yield _Point("审查", case.state in _REVIEWED, None, standing.department)
    if reported(case):
        yield _Point("上报", True, clock.decided_on)
    decided = case.decided_on if case.outcome != CaseOutcome.UPWARD else None
    yield _Point("决定", decided is not None, decided, _before(standing, open_=False))
    yield _last(standing, version)


def _before(standing: Standing, *, open_: bool) -> str:
    """Return until when, if this is the date that runs now: of the answer while that is open, else of the decision."""
    by = standing.time.due
    waits = standing.time.clock.accepted_on is None
    return f"{short_day(by, standing.today)}前" if by and waits is open_ else ""


def _last(standing: Standing, version: ItemVersion) -> _Point:
    case = standing.case
    if case.outcome == CaseOutcome.REVOKED:  # nothing was handed over: the grant itself is gone
        return _Point("撤销", True, case.closed_on, "")
    handed = version.certificate.get("type_name") and case.outcome != CaseOutcome.DENIED
    name, note = ("领取", "出件窗口") if handed else ("送达", "决定书")
    return _Point(name, case.state == CaseState.CLOSED, case.closed_on, note)
