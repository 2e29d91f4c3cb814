"""听取陈述申辩: what an interested party said, or that he or she has nothing to say, is put on record."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.models import Conclusion, Stage
from yichuang.records.cases.reading import CaseFile
from yichuang.records.hearings.models import InterestedParty
from yichuang.records.hearings.queries import party_of
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Statement:
    """Whose statement, and what was said."""

    on: On
    party_id: UUID
    words: str


@case_act(verb="case.statement_heard")
def hear_statement(case: CaseFile, wish: Statement, ctx: Context) -> Work:
    """Record the statement of an interested party; with it the step of telling him or her is finished.

    Basis: XKF-36
    """
    party = party_of(case.region_code, case.id, wish.party_id)
    if party is None:
        raise Refused("party_unknown", "XKF-36")
    if party.stated_on is not None:
        raise Refused("stated_already", "XKF-36", {"on": party.stated_on})
    if not wish.words.strip():
        raise Refused("statement_missing", "XKF-36")
    done = {"assignee_id": ctx.officer.user_id, "done_at": ctx.at, "conclusion": Conclusion.AGREE.value}
    return Work(
        change=(
            Change(InterestedParty, party.id, {"stated_on": ctx.today, "statement": wish.words.strip()}),
            Change(Stage, party.stage_id, done),
        ),
        facts={"party": party.id},
    )
