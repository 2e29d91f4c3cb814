"""重算到期日: a holiday notice was imported or amended; the date moves with it, with an entry and a notice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from yichuang.acts.act import On, Work, case_act, dates_of
from yichuang.acts.context import Context
from yichuang.acts.handling.moving import moved_stages
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, numbered
from yichuang.acts.papers.terms import answer_fields, due_fields
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Recomputation:
    """Which case; `amended` is a year whose notice was out already and was changed (放假安排修改)."""

    on: On
    amended: int | None = None


@case_act(verb="case.due_recomputed")
def recompute_due(case: CaseFile, wish: Recomputation, ctx: Context) -> Work:
    """Store the dates that the fold gives under the calendar now published.

    Only provisional dates move, and those that count days of a year whose notice the State Council itself changed:
    the law promises working days, and which days those are has changed.
    Where the day that was told to the applicant moves, a paper tells the new one: the day of the decision, or before
    acceptance the day by which he is told whether it is accepted.
    Basis: XKF-82, XKF-32.1(4), XKF-8.1, FJB-7
    """
    dates = dates_of(case.facts, case, ctx)
    if not case.provisional and (wish.amended is None or not _moves(case, dates)):
        raise Refused("not_provisional", "XKF-82")
    if dates["calendar_version"] == case.calendar_version:
        raise Refused("calendar_unchanged", "XKF-82")
    return Work(
        set=dates, papers=_notices(case, dates, wish.amended, ctx), change=moved_stages(case, (), ctx),
        facts=_facts(case, dates),
    )  # fmt: skip


def _facts(case: CaseFile, dates: Mapping[str, Any]) -> dict[str, Any]:
    """Return the last days before and after: those of the decision, or of the answer where that is still to come."""
    if dates["accepted_on"] is None:
        return {"was_answer_by": case.answer_by, "answer_by": dates["answer_by"]}
    return {"was_due_on": case.due_on, "due_on": dates["due_on"]}


def _moves(case: CaseFile, dates: Mapping[str, Any]) -> bool:
    """Say whether a day that was told would be another one."""
    return any(dates[name] != getattr(case, name) for name in ("answer_by", "due_on", "promised_due_on"))


def _notices(case: CaseFile, dates: Mapping[str, Any], amended: int | None, ctx: Context) -> tuple[Paper, ...]:
    """Return the notice of the moved date (到期日变更告知书): the day that was told, and the one that holds."""
    calendar, basis = ctx.directory.calendar(case.profile), ""
    if dates["accepted_on"] is None:
        was, now, basis = case.answer_by, dates["answer_by"], "XKF-32.1(4), XKF-82"
        told = {"was_answer_by": was, **answer_fields(now, calendar)}
    else:
        was, now = case.promised_due_on or case.due_on, dates["promised_due_on"] or dates["due_on"]
        told = {"was_due_on": was, **due_fields(dates, calendar)}
    if was is None or now is None or was == now:
        return ()
    year, published = amended or was.year, {row.year: row.number for row in ctx.directory.notices}
    paper = numbered(
        DocumentKind.DUE_MOVED, about(case, ctx), ctx, basis=basis, year=year, notice=published.get(year, ""),
        amended=bool(amended and not case.provisional), **told,
    )  # fmt: skip
    return (paper,)
