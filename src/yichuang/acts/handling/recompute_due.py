"""重算到期日: a holiday notice was imported or amended; the date moves with it, with an entry and a notice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yichuang.acts.act import On, Work, case_act, dates_of
from yichuang.acts.context import Context
from yichuang.acts.handling.moving import moved_stages
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, numbered
from yichuang.acts.papers.terms import due_fields
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
    Where the day that was told to the applicant moves, a paper tells the new one.
    Basis: XKF-82, XKF-8.1, FJB-7
    """
    dates = dates_of(case.facts, case, ctx)
    if not case.provisional and (wish.amended is None or not _moves(case, dates)):
        raise Refused("not_provisional", "XKF-82")
    if dates["calendar_version"] == case.calendar_version:
        raise Refused("calendar_unchanged", "XKF-82")
    facts = {"was_due_on": case.due_on, "due_on": dates["due_on"]}
    was, now = case.promised_due_on or case.due_on, dates["promised_due_on"] or dates["due_on"]
    papers = (_notice(case, dates, was, wish.amended, ctx),) if was and now and was != now else ()
    return Work(set=dates, papers=papers, change=moved_stages(case, (), ctx), facts=facts)


def _moves(case: CaseFile, dates: Mapping[str, Any]) -> bool:
    """Say whether a day that was told would be another one."""
    return any(dates[name] != getattr(case, name) for name in ("answer_by", "due_on", "promised_due_on"))


def _notice(case: CaseFile, dates: Mapping[str, Any], was: date, amended: int | None, ctx: Context) -> Paper:
    """Return the notice of the moved date (到期日变更告知书): the day that was told, and the one that holds."""
    year, published = amended or was.year, {row.year: row.number for row in ctx.directory.notices}
    return numbered(
        DocumentKind.DUE_MOVED, about(case, ctx), ctx, year=year, notice=published.get(year, ""), was_due_on=was,
        amended=bool(amended and not case.provisional), **due_fields(dates, ctx.directory.calendar(case.profile)),
    )  # fmt: skip
