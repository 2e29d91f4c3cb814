"""What the measures share: the alert, what was done about it before, the row of the measure, and its paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from yichuang.acts.act import On, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Number, Row
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, slip
from yichuang.acts.papers.series import WORDS
from yichuang.records.cases.reading import CaseFile
from yichuang.records.ids import new_id
from yichuang.records.supervision.models import Measure
from yichuang.records.supervision.queries import alert_of, measures_on
from yichuang.rules.numbering import NumberKind, counter_name, document_number
from yichuang.rules.periods import end_of
from yichuang.rules.supervision.measures import Taken
from yichuang.rules.verdict import Refused

_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class OnAlert:
    """Which case, and which alert in it."""

    on: On
    alert: UUID


@dataclass(frozen=True, slots=True)
class Standing:
    """An alert with what was done about it, oldest first."""

    alert: Any
    measures: tuple[Any, ...]

    @property
    def taken(self) -> tuple[Taken, ...]:
        """Return the measures as rules look at them."""
        return tuple(map(taken_of, self.measures))


def taken_of(row: Any) -> Taken:
    """Return a measure as rules look at it."""
    return Taken(row.id, row.kind, row.officer_id, row.answer_by, row.answered_at is not None, row.answers_id)


def standing(case: CaseFile, alert_id: UUID) -> Standing:
    """Return the alert and its measures.  Raises: Refused where the case has no such alert.  Basis: XKF-61.2"""
    alert = alert_of(case.region_code, case.id, alert_id)
    if alert is None:
        raise Refused("no_alert", "XKF-61.2")
    return Standing(alert, tuple(measures_on(case.region_code, case.id, alert_id)))


def words_in(text: str) -> str:
    """Return what was written, within its length.  Raises: Refused where nothing was.  Basis: XKF-61.2"""
    written = text.strip()[:_LONGEST]
    if not written:
        raise Refused("measure_reason_missing", "XKF-61.2")
    return written


def answer_by(parameter: str, case: CaseFile, ctx: Context) -> Any:
    """Return by when the department is to answer."""
    return end_of(ctx.today, norms_of(case).term(parameter), ctx.directory.calendar(case.profile))


def measure(case: CaseFile, found: Standing, kind: str, ctx: Context, **more: Any) -> Row:
    """Return the row of a measure."""
    alert = found.alert
    number = 1 + sum(row.kind == kind for row in found.measures)
    values = {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "alert_id": alert.id, "rule": alert.rule,
        "occasion": alert.occasion, "kind": kind, "number": number, "department_id": alert.department_id,
        "officer_id": ctx.officer.user_id, "at": ctx.at, "answer_by": None, "answered_at": None, "answers_id": None,
        "document_id": None, "sanction": "", "words": "",
    }  # fmt: skip
    return Row(Measure, values | more)


def notice(kind: str, case: CaseFile, alert: Any, ctx: Context, **fields: Any) -> Paper:
    """Return a paper of the centre to the department: numbered in the centre's own series, not for the applicant."""
    subject, to = about(case, ctx), ctx.directory.departments[alert.department_id]
    centre, year = ctx.directory.centres[case.region_code], ctx.today.year
    word = f"{centre.region.name}政务{WORDS[kind]}"
    number = Number(counter_name(NumberKind.DOCUMENT, word, year), lambda serial: document_number(word, year, serial))
    own = {"agency": centre.name, "centre": centre.name, "to": to.name}
    return replace(slip(kind, number, subject, ctx, basis=alert.basis, **own | fields), public=False, id=new_id())
