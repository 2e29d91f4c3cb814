"""催办: a numbered notice to the department, with a day by which it answers; a copy stays with supervision."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.supervision.frame import OnAlert, answer_by, measure, notice, standing, words_in
from yichuang.acts.supervision.words import RULES, facts_of
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.records.supervision.models import MeasureKind
from yichuang.rules.supervision.measures import may_urge


@dataclass(frozen=True, slots=True)
class Urging(OnAlert):
    """Which alert, and what is asked of the department."""

    request: str


@case_act(verb="case.urged")
def urge(case: CaseFile, wish: Urging, ctx: Context) -> Work:
    """Issue the notice.  Raises: Refused (no such alert, cleared, urged already, nothing asked).

    Basis: S0b-24.2
    """
    found, asked = standing(case, wish.alert), words_in(wish.request)
    may_urge(found.taken, ctx.today).raise_if_refused()
    alert, until = found.alert, answer_by("urging_answer_limit", case, ctx)
    row = measure(case, found, MeasureKind.URGING.value, ctx, answer_by=until, words=asked)
    last = alert.evidence.get("due") or case.promised_due_on or case.due_on
    paper = notice(
        DocumentKind.URGING, case, alert, ctx, number=row.values["number"], rule=RULES[alert.rule],
        facts=facts_of(alert.rule, alert.evidence, alert.on, alert.ended_on), request=asked, due_on=last or "",
        answer_by=until, urged_by=ctx.officer.name,
    )  # fmt: skip
    row = row._replace(values={**row.values, "document_id": paper.id})
    return Work(add=(row,), papers=(paper,), facts={"alert": alert.id, "rule": alert.rule})
