"""The levels of a case one after another (各级办理): who has it, what each level said, until when it has time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import HttpRequest

from yichuang.faces.common.dates import civil
from yichuang.faces.office.cases.offers import why_not
from yichuang.faces.office.levels.specs import SPECS, Spec
from yichuang.law.book import book
from yichuang.records.cases.models import Stage, StageKind
from yichuang.records.catalogue.models import CaseKind
from yichuang.records.org.directory import Directory
from yichuang.rules.levels.route import FORWARD, LOWER, Step, way_of
from yichuang.rules.working_days import Calendar

_NEAR = 2
_UPPER = (StageKind.REVIEW, StageKind.VERIFICATION, StageKind.DECISION)
_WHAT = {LOWER: "初审", FORWARD: "转报", "review": "审查决定"}


@dataclass(frozen=True, slots=True)
class Link:
    """One level's piece of the way. css: ok (done), now, or "" (still to come)."""

    level: str
    what: str
    css: str
    stage: Stage | None = None
    who: str = ""
    light: str = ""
    left: int | None = None
    ground: str = ""
    received_on: date | None = None
    due: date | None = None

    @property
    def done_on(self) -> date | None:
        """Return the day on which it was done."""
        return civil(self.stage.done_at) if self.stage and self.stage.done_at else None

    @property
    def late(self) -> bool:
        """Say whether it was done after its own last day (逾期)."""
        return self.done_on is not None and self.due is not None and self.done_on > self.due


@dataclass(frozen=True, slots=True)
class Act:
    """What may be done between the levels now."""

    name: str
    label: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """All levels of a case, what passed between them, and what may be done."""

    links: Sequence[Link] = ()
    asked: Sequence[Link] = ()
    reported: Link | None = None
    acts: Sequence[Act] = ()

    def __bool__(self) -> bool:
        return bool(self.links or self.reported or self.acts)


def chain_of(case: Any, version: Any, stages: Sequence[Stage], request: HttpRequest, ctx: Any) -> Chain:
    """Return the levels of an upward case; of another one only whether it was reported upwards."""
    directory, calendar = request.directory, request.directory.calendar(case.profile)
    upward = case.kind == CaseKind.UPWARD
    look = _Look(directory, calendar, request.today, paused=case.paused)
    links = _links(way_of(version.stages).steps, stages, look) if upward else []
    told = [_link(stage, look, "请下级说明") for stage in stages if stage.kind == StageKind.LOWER_ANSWER]
    report = next((stage for stage in reversed(stages) if stage.kind == StageKind.REPORT), None)
    reported = _link(report, look, "上报") if report else None
    return Chain(links, told, reported, [act for spec in SPECS for act in _act(spec, case, ctx)])


def _act(spec: Spec, case: Any, ctx: Any) -> list[Act]:
    """Return the act where it is at hand: nobody is shown what another level has to do."""
    if not spec.at_hand(case, ctx):
        return []
    why = why_not(spec.act, case, spec.tried(case, ctx), ctx)
    return [Act(spec.name, spec.label, why)]


@dataclass(frozen=True, slots=True)
class _Look:
    directory: Directory
    calendar: Calendar
    today: date
    paused: bool = False


def _links(steps: Sequence[Step], stages: Sequence[Stage], look: _Look) -> list[Link]:
    """Return the steps of the way with the stages that stand for them: the nth of a kind is the nth step of it."""
    kinds = {kind: [s for s in stages if s.kind == kind] for kind in (LOWER, FORWARD)}
    upper = [s for s in stages if s.kind in _UPPER]
    receipts = [s for s in stages if s.kind == StageKind.FORWARD_RECEIPT]
    found: list[Link] = []
    for number, step in enumerate(steps):
        nth = sum(before.kind == step.kind for before in steps[:number])
        rows = kinds.get(step.kind)
        stage = (rows[nth] if nth < len(rows) else None) if rows is not None else (upper[-1] if upper else None)
        level = _level(step, found, look.directory)
        if stage is None:
            found.append(Link(level, _WHAT[step.kind], ""))
            continue
        link = _link(stage, look, _WHAT[step.kind], level)
        if step.kind == FORWARD and nth < len(receipts):
            link = _received(link, receipts[nth])
        found.append(link)
    return found


def _level(step: Step, found: Sequence[Link], directory: Directory) -> str:
    """Return the name of a step's department; a forwarding is done by the level before it."""
    if not step.at:
        return found[-1].level if found else ""
    found = directory.department_at(step.at)
    return found.name if found else step.at


def _link(stage: Stage, look: _Look, what: str, level: str = "") -> Link:
    done = stage.done_at is not None
    light, left = ("done", None) if done else light_of(stage, look.calendar, look.today, paused=look.paused)
    ground = str((stage.particulars or {}).get("ground", ""))
    return Link(
        level=level or look.directory.departments[stage.department_id].name,
        what=what,
        css="ok" if done else "now",
        stage=stage,
        who=look.directory.names.get(stage.assignee_id, ""),
        light=light,
        left=left,
        ground=book().parameter("behalf_grounds").say(ground) if ground else "",
        due=stage.due_on,
    )


def light_of(
    stage: Stage, calendar: Calendar, today: date, *, paused: bool = False, whole: date | None = None
) -> tuple[str, int | None]:
    """Return light and days left of a level by its own last day, without one by that of the `whole` way.

    Nothing runs while the case is paused.
    """
    if paused:
        return "pause", None
    last = stage.due_on or whole
    if last is None:
        return "", None
    left = calendar.between(today, last)
    return "red" if last < today else "yellow" if left <= _NEAR else "green", left


def _received(link: Link, receipt: Stage) -> Link:
    """Return the forwarding with the upper level's receipt: on its way until that is given."""
    return replace(link, css="ok" if receipt.done_at else "now", received_on=receipt.picked_up_on)
