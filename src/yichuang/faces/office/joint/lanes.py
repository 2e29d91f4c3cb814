"""Lanes of a joint case (泳道): one for the lead, one for each co-department, each with its own day strip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from yichuang.faces.common.casework.timing import CaseTime, case_time
from yichuang.faces.common.dates import bare_day, civil
from yichuang.law.book import book
from yichuang.records.cases.models import Conclusion, Effect, Stage, StageKind
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.clock import ClockStart, ClockTerms
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.joint.flow import CoNode, nodes_of
from yichuang.rules.joint.part_clock import PartTerms, lapsed, part_facts, part_terms
from yichuang.rules.lights import Light

_STEPS = {StageKind.REVIEW: "审查", StageKind.VERIFICATION: "核准", StageKind.DECISION: "决定"}
_OWN_WORDS = (Effect.GIVEN, Effect.STANDS)
_END = (FactKind.DECIDED, FactKind.CLOSED, FactKind.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Subject:
    """The case as lanes need it: its row or file, its facts and limits."""

    case: Any
    facts: Sequence[ClockFact]
    terms: ClockTerms


@dataclass(frozen=True, slots=True)
class Lane:
    """One department's way through a case. `css` and `words` make its light; `late` says what silence brought."""

    stage: Stage | None
    department: str
    who: str
    time: CaseTime
    css: str
    words: str
    due: date | None
    note: str = ""
    late: str = ""
    lead: bool = False
    mine: bool = False
    node: CoNode = field(default_factory=lambda: CoNode(""))
    report: Stage | None = None
    earlier: Sequence[Stage] = ()

    @property
    def awaits(self) -> bool:
        """Return whether the department reported upwards and has no reply yet."""
        return self.report is not None and self.report.done_at is None

    @property
    def reply(self) -> Stage | None:
        """Return the reply of the higher body, once it is there."""
        return None if self.awaits else self.report

    @property
    def asked_again(self) -> str:
        """Return why the department was asked once more, "" in the first round."""
        again = self.stage is not None and self.stage.asked_by_id is not None and self.stage.effect != Effect.IRREGULAR
        return self.stage.question if again and self.stage is not None else ""

    @property
    def open(self) -> bool:
        """Return whether the department has still to conclude."""
        return not self.lead and self.stage is not None and self.stage.done_at is None

    @property
    def extras(self) -> list[tuple[str, str]]:
        """Return what goes with an agreement, in words."""
        names = {"fee": "缴费（元）", "fee_way": "缴费方式", "pickup": "领证方式", "special": "特殊要求"}
        told = self.stage.particulars if self.stage else {}
        return [(words, str(told[name])) for name, words in names.items() if told.get(name)]


def lanes_of(subject: Subject, stages: Sequence[Stage], request: HttpRequest) -> list[Lane]:
    """Return the lanes: the lead first, then the co-departments in the order in which they were asked."""
    rounds: dict[UUID, list[Stage]] = {}
    for stage in stages:
        if stage.kind in (StageKind.CO_REVIEW, StageKind.PART_REPORT):
            rounds.setdefault(stage.department_id, []).append(stage)
    if not rounds:
        return []
    return [_lead(subject, stages, request), *(_lane(subject, rows, request) for rows in rounds.values())]


def _lane(subject: Subject, rounds: Sequence[Stage], request: HttpRequest) -> Lane:
    """Return the lane of a department: its latest round, what it said before, what a higher body said to it."""
    *earlier, part = [stage for stage in rounds if stage.kind == StageKind.CO_REVIEW]
    lane = _part(subject, part, request)
    stands = any(one.conclusion and one.effect in _OWN_WORDS for one in earlier)
    late = "逾期未再答复，原来的结论有效" if lane.late and stands else lane.late
    last = rounds[-1]
    if last.kind != StageKind.PART_REPORT:
        return replace(lane, earlier=earlier, late=late)
    words, css = "同意上报 · 等批复", "pause"
    if last.done_at:
        words, css = f"批复{last.get_conclusion_display()}", _css(last, lane.time)
    return replace(lane, earlier=earlier, report=last, words=words, css=css)


def tally(lanes: Sequence[Lane]) -> tuple[int, int]:
    """Return how many co-departments have concluded, and how many there are."""
    parts = [lane for lane in lanes if not lane.lead]
    return sum(not lane.open for lane in parts), len(parts)


def _lead(subject: Subject, stages: Sequence[Stage], request: HttpRequest) -> Lane:
    case, directory = subject.case, request.directory
    time = case_time(subject.facts, subject.terms, directory.calendar(case.profile), request.today)
    own = [stage for stage in stages if stage.kind in _STEPS]
    stage = next((s for s in own if s.done_at is None), own[-1] if own else None)
    step = "暂停" if time.light == Light.PAUSE else _STEPS.get(stage.kind, "办理") if stage else "办理"
    return Lane(
        stage, directory.departments[case.department_id].short_name,
        directory.names.get(case.handler_id, "未认领"), time, time.light.value, _left(step, time), time.due, lead=True,
    )  # fmt: skip


def _part(subject: Subject, part: Stage, request: HttpRequest) -> Lane:
    directory, terms = request.directory, terms_of(subject.case, part, request)
    department = directory.departments[part.department_id]
    time = part_time(subject, part, terms, request)
    gone = part.done_at is None and lapsed(part.due_on, terms, request.today)
    mine = any(grant.department_id == part.department_id for grant in request.officer.grants)
    return Lane(
        part, department.short_name, _who(part, request), time, _css(part, time), _words(part, time, subject.case),
        part.due_on, _note(part, request), "逾期未答复，按同意认定" if gone else "", mine=mine,
        node=_node(subject.case, department.slug),
    )  # fmt: skip


def terms_of(case: Any, part: Stage, request: HttpRequest) -> PartTerms:
    """Return what the clock of a part runs by."""
    node = _node(case, request.directory.departments[part.department_id].slug)
    return part_terms(book().norms(case.profile, case.accepted_on or case.received_on), node.term)


def part_time(subject: Subject, part: Stage, terms: PartTerms, request: HttpRequest) -> CaseTime:
    """Return the time of a part: by its own limit, or by that of the case where this ends first."""
    calendar, done = request.directory.calendar(subject.case.profile), _civil(part)
    own = own_clock(subject, part, terms)
    if own is not None:
        time = case_time(*own, calendar, request.today)
        if time.due == part.due_on or done is not None:
            drawn = replace(time.strip, label=time.strip.label.replace("法定", "协办", 1))
            return replace(time, strip=drawn)
    ended = (ClockFact(FactKind.DECIDED, done),) if done else ()
    facts = (*(fact for fact in subject.facts if fact.kind not in _END), *ended)
    return case_time(facts, subject.terms, calendar, request.today)


def own_clock(subject: Subject, part: Stage, terms: PartTerms) -> tuple[tuple[ClockFact, ...], ClockTerms] | None:
    """Return the facts and limits of a part's own clock; None where only the limit of the case binds it."""
    start = part.starts_on or subject.case.accepted_on
    if terms.limit is None or start is None:
        return None
    facts = part_facts(start, _civil(part), subject.facts)
    return facts, replace(subject.terms, decision=terms.limit, promised=None, start=ClockStart.ACCEPTED)


def _node(case: Any, slug: str) -> CoNode:
    nodes = nodes_of(version_of(case.item_version_id).stages)
    return next((node for node in nodes if node.department == slug), CoNode(slug))


def _civil(part: Stage) -> date | None:
    return civil(part.done_at) if part.done_at else None


def _css(part: Stage, time: CaseTime) -> str:
    if part.done_at:
        return "no" if part.conclusion == Conclusion.DISAGREE else "done"
    return time.light.value


def _words(part: Stage, time: CaseTime, case: Any) -> str:
    if part.done_at:
        if not part.conclusion:
            return "未答复"
        effect = f"（{Effect(part.effect).label}）" if part.effect else ""
        return f"{part.get_conclusion_display()}{effect}"
    if case.paused:
        return "暂停"
    return _left("未领取" if part.picked_up_on is None else "审查", time)


def _left(step: str, time: CaseTime) -> str:
    if time.left is None or time.light == Light.DONE:
        return step
    if time.left < 0:
        return f"{step} · 超 {-time.left} 日"
    return f"{step} · 剩 {time.left} 日" if time.left else f"{step} · 今天到期"


def _who(part: Stage, request: HttpRequest) -> str:
    return request.directory.names.get(part.assignee_id, "") or ("" if part.done_at else "无人领取")


def _ended(part: Stage, request: HttpRequest) -> str:
    """Return how it ended: silence on the last day of the term, whenever that was recorded."""
    if part.effect in (Effect.SILENCE, Effect.IRREGULAR) and part.due_on:
        return f"{bare_day(part.due_on, request.today)} 期满，按同意认定"
    return f"{bare_day(_civil(part), request.today)} {'认定' if part.effect else '结论'}"


def _note(part: Stage, request: HttpRequest) -> str:
    """Return when the material was picked up and when it was concluded."""
    fetched = f"{bare_day(part.picked_up_on, request.today)} 领取" if part.picked_up_on else ""
    done = _ended(part, request) if part.done_at and part.conclusion else ""
    return "，".join(word for word in (fetched, done) if word)
