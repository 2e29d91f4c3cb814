"""The frame of every act on a case: read, judge, file. The act itself adds what is peculiar to it.

@case_act(verb="case.extended")
def extend(case, wish, ctx) -> Work: …          called as  extend(case_no, wish, ctx) -> Filed
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import Any, Protocol, TypeVar
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import answer_again, file
from yichuang.acts.filing.shapes import Change, Conflict, Filed, Filing, Place, Row
from yichuang.acts.norms import norms_of
from yichuang.acts.papers.paper import Paper
from yichuang.acts.passing.proxy import may_go_on
from yichuang.records.cases.access import place_of, read_case
from yichuang.records.cases.models import Case, ClockEvent
from yichuang.records.cases.reading import Beside, CaseFile
from yichuang.records.catalogue.models import CaseKind
from yichuang.records.catalogue.versions import version_of
from yichuang.records.ids import new_id
from yichuang.records.ledger.queries import went_on_after
from yichuang.rules import permissions, transitions
from yichuang.rules.clock import Clock, fold
from yichuang.rules.facts import ClockFact
from yichuang.rules.norms import Norms
from yichuang.rules.officers import Grant
from yichuang.rules.staff import at_window
from yichuang.rules.verdict import ALLOWED, Verdict

__all__ = ["On", "Work", "case_act", "clock_of", "dates_of", "norms_of"]


@dataclass(frozen=True, slots=True)
class Work:
    """What an act wants to put on record (行为的内容)."""

    set: Mapping[str, Any] = field(default_factory=dict)
    clock: tuple[ClockFact, ...] = ()
    add: tuple[Row, ...] = ()
    change: tuple[Change, ...] = ()
    papers: tuple[Paper, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    payload: Mapping[str, Any] = field(default_factory=dict)
    state: str = ""  # one of several targets that the transition table offers
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class On:
    """Which case an act is about; `version` is the one the page showed (stale pages are refused).

    `document`: the later decision on its certificate that is delivered, instead of the result of the case.
    """

    no: str
    version: int | None = None
    document: UUID | None = None


class HasCaseNo(Protocol):
    """A wish names its case."""

    @property
    def on(self) -> On: ...


Wish = TypeVar("Wish", bound=HasCaseNo)
Act = Callable[[CaseFile, Wish, Context], Work]


def case_act(
    *, verb: str, materials: bool = False, beside: Beside = ()
) -> Callable[[Act[Wish]], Callable[[Wish, Context], Filed]]:
    """Make an act of a function: one read, the common judgement, the function's own, one filing.

    `judged` of the act is the same without read and filing: pages ask it whether, and with what paper, the act
    would be done.
    """

    def decorate(act: Act[Wish]) -> Callable[[Wish, Context], Filed]:
        @wraps(act)
        def done(wish: Wish, ctx: Context) -> Filed:
            case = read_case(wish.on.no, ctx.officer, ctx.directory, key=ctx.key, materials=materials, beside=beside)
            if case.repeat is not None:
                return answer_again(case.region_code, case.repeat, ctx)
            if wish.on.version not in (None, case.version) or _overtaken(case, ctx):
                raise Conflict(verb)
            return file(filing_of(verb, case, judged(case, wish, ctx), ctx), ctx)

        def judged(case: CaseFile, wish: Wish, ctx: Context) -> Work:
            place = place_of(case)
            grant = post_of(verb, case, ctx)
            permissions.may_by(grant, verb, ctx.officer, place).raise_if_refused()
            transitions.may(verb, case.state, kind=case.kind, paused=case.paused).raise_if_refused()
            powers_of(verb, case, grant, ctx).raise_if_refused()
            may_go_on(verb, case, ctx).raise_if_refused()
            officer = permissions.acting(verb, ctx.officer, place)
            return act(case, wish, ctx if officer is ctx.officer else replace(ctx, officer=officer))

        done.verb = verb  # type: ignore[attr-defined]
        done.judged = judged  # type: ignore[attr-defined]
        return done

    return decorate


def _overtaken(case: CaseFile, ctx: Context) -> bool:
    """Say whether somebody acted on the case after the sweep took its time: the next sweep comes to it."""
    swept = ctx.officer.system and (ctx.key or "").startswith("sweep:")
    return swept and went_on_after(case.region_code, case.id, case.ledger_seq, ctx.recorded_at or ctx.at)


def post_of(verb: str, case: CaseFile, ctx: Context) -> Grant | None:
    """Return the post under which the officer does the act; worked out once."""
    key = (verb, ctx.officer.user_id)
    if key not in case.memory:
        case.memory[key] = permissions.grant_for(verb, ctx.officer, place_of(case))
    grant: Grant | None = case.memory[key]
    return grant


def powers_of(verb: str, case: CaseFile, grant: Grant | None, ctx: Context) -> Verdict:
    """Say whether the window was granted the power that the act needs (窗口授权)."""
    if not at_window.power_needed(verb):
        return ALLOWED
    powers, norms = ctx.directory.powers(case.department_id, ctx.today), norms_of(case)
    return at_window.may_use(verb, grant, powers, norms, ends_here=_ends_at_window(case, norms))


def _ends_at_window(case: CaseFile, norms: Norms) -> bool:
    """Say whether the window may end the case by itself: decided on the spot, or 一审一核."""
    if case.kind == CaseKind.INSTANT:
        return True
    version = version_of(case.item_version_id)
    formal = bool(version.review_rules.get("formal_only"))
    return at_window.ended_at_window(
        formal_only=formal, special_procedures=bool(version.special_procedures), norms=norms
    ).allowed


def clock_of(case: CaseFile, ctx: Context) -> Clock:
    """Return the clock of a case on the day of the act."""
    if "clock" not in case.memory:
        calendar = ctx.directory.calendar(case.profile)
        case.memory["clock"] = fold(case.facts, case.terms, calendar, as_of=ctx.today)
    clock: Clock = case.memory["clock"]
    return clock


def filing_of(verb: str, case: CaseFile, work: Work, ctx: Context) -> Filing:
    """Turn an act's work into a filing: state by the table, dates by the fold, papers as numbered rows."""
    columns: dict[str, Any] = dict(work.set)
    state = transitions.target(verb, case.state, case.kind, work.state)
    if state != case.state:
        columns["state"] = state
    if work.outcome:
        columns["outcome"] = work.outcome
    if work.clock:
        columns |= dates_of((*case.facts, *work.clock), case, ctx)
    grant = post_of(verb, case, ctx)
    papers = tuple(paper.row(case.region_code, case.id) for paper in work.papers)
    return Filing(
        place=Place(
            Case, "case", case.region_code, case.id, case.version, case.ledger_seq, case.ledger_hash,
            case.item_version_id,
        ),
        verb=verb,
        set=columns,
        add=(*clock_rows(case.region_code, case.id, work.clock, len(case.facts)), *papers, *work.add),
        change=work.change,
        facts=work.facts,
        payload=work.payload,
        answer={"no": case.no, "documents": [str(row.values["id"]) for row in papers]},
        post_id=grant.post_id if grant else None,
        acting_for_id=grant.acting_for if grant else None,
    )  # fmt: skip


def clock_rows(region_code: str, case_id: UUID, facts: tuple[ClockFact, ...], after: int) -> tuple[Row, ...]:
    """Return the rows of new clock facts, numbered after those that stand."""
    return tuple(
        Row(
            ClockEvent,
            {
                "id": new_id(), "region_code": region_code, "case_id": case_id, "seq": after + number,
                "kind": fact.kind.value, "on": fact.on, "pause": fact.pause, "days": fact.days, "by": fact.by,
            },
        )
        for number, fact in enumerate(facts, 1)
    )  # fmt: skip


def dates_of(facts: tuple[ClockFact, ...], case: Any, ctx: Context) -> dict[str, Any]:
    """Return the stored dates of a case as the fold gives them: caches that doctor re-derives."""
    calendar = ctx.directory.calendar(case.profile)
    return stored_dates(fold(facts, case.terms, calendar, as_of=ctx.today), calendar.version)


def stored_dates(clock: Clock, calendar_version: str) -> dict[str, Any]:
    """Return the columns of a case that are nothing but the fold's answer."""
    due = clock.due.on if clock.due else None
    promised = clock.promised.on if clock.promised else None
    running = not (clock.decided_on or clock.closed)
    waiting = clock.answer_by if clock.accepted_on is None else None
    return {
        "answer_by": clock.answer_by,
        "accepted_on": clock.accepted_on,
        "deemed": clock.deemed,
        "due_on": due,
        "promised_due_on": promised,
        "light_on": (promised or due or waiting) if running else None,
        "warn_on": clock.warn_on if running else None,
        "provisional": clock.provisional,
        "calendar_version": calendar_version,
        "paused": clock.paused,
        "pause_kind": clock.pause_kind,
        "extension_days": clock.extension_days,
    }
