"""The figures and lists of a bulletin (取数): each figure frozen with its definition, period and the way to its cases.

Nothing is counted here: it is what statistics and supervision show for the same period.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from yichuang.acts.context import ZONE, Context
from yichuang.acts.supervision.words import GROUP_WORDS, GROUPS, RULES, facts_of
from yichuang.law.book import book
from yichuang.records.cases import asked
from yichuang.records.org.directory import Directory
from yichuang.records.staffing.models import PatrolKind
from yichuang.records.staffing.queries import patrolled
from yichuang.records.statistics.board import Number, board, breakdown
from yichuang.records.statistics.queries import place
from yichuang.records.supervision.telling import late_in, measured, raised
from yichuang.rules.consulting.silence import bulletin_month
from yichuang.rules.statistics.periods import Period, months_of
from yichuang.rules.statistics.registry import COLUMNS, FIGURES

MOST = 100  # lines of a list; what is left over is told as a number


def figures_of(region_code: str, period: Period, ctx: Context) -> dict[str, Any]:
    """Return the figures of a period as they are frozen: groups with definitions, and the departments."""
    groups = board([region_code], period).groups
    lines = breakdown([region_code], period, "department", ctx.directory)
    counted = place(region_code)
    return {
        "groups": [{"title": one.title, "numbers": [_number(each, period) for each in one.numbers]} for one in groups],
        "columns": [FIGURES[name].title for name in COLUMNS],
        "departments": [{"name": line.name, "shown": [one.shown for one in line.numbers]} for line in lines],
        "upto": counted.upto.isoformat() if counted and counted.upto else "",
    }


def lists_of(region_code: str, period: Period, ctx: Context) -> dict[str, Any]:
    """Return what is named inside: alerts by kind, what was late, silent departments, measures, patrols."""
    here, span = ctx.directory, moments(period)
    rules, (late, more) = raised(region_code, period), late_in(region_code, period, GROUPS["overdue"], MOST)
    groups = [(GROUP_WORDS[name], sum(rules.get(rule, 0) for rule in those)) for name, those in GROUPS.items()]
    kinds = patrolled(region_code, span)
    return {
        "alerts": [{"title": title, "number": number} for title, number in groups],
        "late": [_late(row, here) for row in late],
        "more": more,
        "silent": _silent(region_code, period, ctx),
        "measures": [
            {"name": _name(key, here), **{kind: told.get(kind, 0) for kind in ("urging", "yellow", "red", "accounted")}}
            for key, told in sorted(measured(region_code, span).items(), key=lambda pair: _name(pair[0], here))
        ],
        "patrols": [{"title": str(PatrolKind(kind).label), "number": kinds[kind]} for kind in sorted(kinds)],
    }


def _number(one: Number, period: Period) -> dict[str, Any]:
    about = {"kind": period.kind, "on": period.first.isoformat()}
    alone = one.alone
    if alone is not None and alone.listed:
        link = "/centre/statistics/cases/?" + urlencode({"of": alone.measure} | about)
    else:
        link = "/centre/statistics/?" + urlencode(about)
    figure = one.figure
    return {
        "name": figure.name, "title": figure.title, "words": figure.words, "unit": figure.unit,
        "basis": figure.basis, "public": figure.public, "shown": one.shown, "earlier": one.earlier,
        "year_ago": one.year_ago, "link": link, "over": {part.measure: part.amount for part in one.over},
        "under": {part.measure: part.amount for part in one.under},
    }  # fmt: skip


def _late(row: Any, here: Directory) -> dict[str, str]:
    return {
        "no": row.case.no, "item": row.case.item.name, "name": _name(row.department_id, here),
        "rule": RULES.get(row.rule, row.rule), "facts": facts_of(row.rule, row.evidence, row.on, row.ended_on),
        "alert": str(row.id),
    }  # fmt: skip


def _silent(region_code: str, period: Period, ctx: Context) -> list[dict[str, str]]:
    found = []
    rows: Iterator[Any] = (
        row for month in months_of(period) for row in asked.late_in([region_code], None, month, ctx.today)
    )
    for row in rows:
        if not period.first <= row.due_on <= period.last:
            continue
        answered = row.done_at.astimezone(ZONE).date() if row.done_at else None
        norms = book().norms(row.case.profile, row.due_on)
        if bulletin_month(row.kind, row.due_on, answered, ctx.today, norms) is not None:
            found.append({
                "no": row.case.no, "name": _name(row.department_id, ctx.directory), "due_on": row.due_on.isoformat(),
                "answered_on": answered.isoformat() if answered else "",
            })  # fmt: skip
    return found


def _name(department_id: UUID | None, here: Directory) -> str:
    found = here.departments.get(department_id) if department_id else None
    return found.short_name if found else "—"


def moments(period: Period) -> tuple[datetime, datetime]:
    """Return from when to when a period is."""

    def begin(on: date) -> datetime:
        return datetime.combine(on, time(), ZONE)

    return begin(period.first), begin(period.last + timedelta(days=1))
