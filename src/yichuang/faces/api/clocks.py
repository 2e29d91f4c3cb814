"""The clock of a case in the interface (计时): the same fold and the same explanation as on every page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest

from yichuang.faces.common.casework.clock_rows import cited
from yichuang.faces.common.casework.timing import case_time, waiting_since
from yichuang.faces.common.labels import LIGHTS
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.clock import Clock
from yichuang.rules.clockwork.pauses import name_of
from yichuang.rules.explain import ExplainedDay, explain, explain_term
from yichuang.rules.working_days import Calendar

ANSWER, PROMISED, STATUTORY = SHOWN = ("answer", "promised", "statutory")
NONE = "none"


def clock_out(case: CaseFile, request: HttpRequest, limit: str = "") -> dict[str, Any]:
    """Return the clock of a case today; `limit` chooses which limit the days explain."""
    calendar = request.directory.calendar(case.profile)
    time = case_time(case.facts, case.terms, calendar, request.today)
    clock = time.clock
    shown, days = _days(case, clock, limit, calendar)
    return {
        "no": case.no,
        "as_of": request.today,
        "limit": shown,
        "answer_by": clock.answer_by,
        "accepted_on": clock.accepted_on,
        "deemed": clock.deemed,
        "promised_due_on": clock.promised.on if clock.promised else None,
        "due_on": clock.due.on if clock.due else None,
        "provisional": clock.provisional,
        "paused": clock.paused,
        "pause": name_of(clock.pause_kind) if clock.paused else "",
        "extension_days": clock.extension_days,
        "decided_on": clock.decided_on,
        "light": {"code": str(time.light), "words": LIGHTS[str(time.light)]},
        "days_left": time.left,
        "days": [
            {"on": day.on, "counts": day.counts, "why": day.why, "basis": cited(day.basis), "basis_id": day.basis}
            for day in days
        ],
    }


def _days(case: CaseFile, clock: Clock, limit: str, calendar: Calendar) -> tuple[str, Sequence[ExplainedDay]]:
    """Return which limit is explained, and its days."""
    running = clock.started_on is not None
    wanted = limit or ((PROMISED if clock.promised else STATUTORY) if running else ANSWER)
    if wanted == ANSWER:
        since = waiting_since(case.facts)
        days = explain_term(since, case.terms.answer, calendar) if since and clock.answer_by else ()
    else:
        days = explain(clock, case.terms, calendar, promised=wanted == PROMISED)
    return (wanted if days else NONE), days
