"""What the measures on a call share: the alert, who answers for the window, what was done before, row and notice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from yichuang.acts.context import ZONE, Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.staffing.frame import norms_here
from yichuang.acts.staffing.paper import number_of, paper_frame
from yichuang.acts.supervision.frame import taken_of
from yichuang.records.cases.access import NotFound
from yichuang.records.documents.models import DocumentKind
from yichuang.records.hall.models import CallAlert, CallOutcome
from yichuang.records.hall.watching import call_alert, minutes_of
from yichuang.records.ids import new_id
from yichuang.records.staffing.placing import placed
from yichuang.records.supervision.calling import call_measures
from yichuang.records.supervision.models import CallMeasure
from yichuang.rules.periods import end_of
from yichuang.rules.supervision.measures import Taken


@dataclass(frozen=True, slots=True)
class OnCall:
    """Which call without outcome, of which region."""

    region_code: str
    alert: UUID


@dataclass(frozen=True, slots=True)
class CallStanding:
    """A call without outcome, what was done about it, oldest first, and the department that answers for it."""

    alert: CallAlert
    measures: tuple[CallMeasure, ...]
    department_id: UUID | None

    @property
    def taken(self) -> tuple[Taken, ...]:
        """Return the measures as rules look at them."""
        return tuple(map(taken_of, self.measures))


def standing(wish: OnCall, ctx: Context) -> CallStanding:
    """Return the call with its measures.  Raises: NotFound.  Basis: S3-二(六)1"""
    alert = call_alert([wish.region_code], wish.alert)
    if alert is None:
        raise NotFound(str(wish.alert))
    measures = tuple(call_measures(wish.region_code, wish.alert))
    department = measures[0].department_id if measures else department_of(alert, ctx)
    return CallStanding(alert, measures, department)


def department_of(alert: CallAlert, ctx: Context) -> UUID | None:
    """Return the department of who sat there; None where he belongs to the centre.  Basis: S1-四2"""
    posts = (
        post
        for post in ctx.directory.roster.posts
        if post.user_id == alert.clerk_id and post.at_window and post.region_code == alert.region_code
    )
    return next((post.department_id for post in placed(posts, ctx.directory) if post.department_id), None)


def facts_of_call(alert: CallAlert, ctx: Context) -> str:
    """Return the facts in one sentence without its full stop."""
    called = alert.called_at.astimezone(ZONE)
    who = ctx.directory.names.get(alert.clerk_id, "") if alert.clerk_id else ""
    limit = int((alert.since - alert.called_at).total_seconds() // 60)
    after = "到当天结束没有结果"
    if alert.ended_at is not None:
        after = f"{minutes_of(alert, ctx.at)}分钟以后才{CallOutcome(alert.outcome).label}"
    elif called.date() == ctx.today:
        after = "至今没有结果"
    return (
        f"{alert.no}号于{called.year}年{called.month}月{called.day}日{called.hour}时{called.minute:02d}分"
        f"叫到{alert.window.window.no}窗口{f'，经办人{who}' if who else ''}，"
        f"叫号后{limit}分钟没有办理、过号或者转走，{after}"
    )


def measure(found: CallStanding, kind: str, ctx: Context, **more: Any) -> Row:
    """Return the row of a measure."""
    number = 1 + sum(row.kind == kind for row in found.measures)
    values = {
        "id": new_id(), "region_code": found.alert.region_code, "alert_id": found.alert.id, "kind": kind,
        "number": number, "no": "", "department_id": found.department_id, "clerk_id": found.alert.clerk_id,
        "officer_id": ctx.officer.user_id, "at": ctx.at, "on": ctx.today, "answer_by": None, "answered_at": None,
        "answers_id": None, "sanction": "", "words": "", "template": "", "fields": {}, "drawn_at": None,
    }  # fmt: skip
    return Row(CallMeasure, values | more)


def notice(found: CallStanding, kind: str, words: str, parameter: str, ctx: Context) -> Row:
    """Return the row of a numbered notice that is to be answered within the term of the parameter.  Basis: S0b-24.2"""
    region, alert = found.alert.region_code, found.alert
    centre = ctx.directory.centres[region]
    until = end_of(ctx.today, norms_here(region, ctx).term(parameter), ctx.directory.calendar(centre.profile))
    to = ctx.directory.departments[found.department_id].name if found.department_id else f"{centre.name}（中心窗口）"
    row = measure(found, kind, ctx, answer_by=until, words=words)
    fields = paper_frame(region, ctx, alert.basis) | {
        "to": to, "form": kind, "number": row.values["number"], "hall": alert.hall.name,
        "window": alert.window.window.no, "facts": facts_of_call(alert, ctx), "request": words,
        "answer_by": until.isoformat(), "reviewer": centre.name,
    }  # fmt: skip
    more = {
        "no": number_of(DocumentKind.CALL_NOTICE, region, ctx), "template": "call_notice@2026-11", "fields": fields,
        "drawn_at": ctx.at,
    }  # fmt: skip
    return row._replace(values={**row.values, **more})
