"""告知利害关系人: somebody whose major interests a permit touches is told of it, and of the right to a hearing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.handling.stages import open_stage
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, numbered, slip
from yichuang.acts.papers.terms import told
from yichuang.records.applicants.vault import seal
from yichuang.records.cases.models import Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.records.hearings.models import InterestedParty
from yichuang.records.ids import new_id
from yichuang.rules.hearing.hearings import may_reach, request_by
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class InterestedNotice:
    """Who is touched, and how; an empty name says, with the reason, that nobody is (没有利害关系人)."""

    on: On
    name: str
    interest: str
    phone: str = ""
    address: str = ""


@case_act(verb="case.interested_told")
def tell_interested(case: CaseFile, wish: InterestedNotice, ctx: Context) -> Work:
    """Tell an interested party, and with the first one the applicant, of the right to state and to a hearing.

    Basis: XKF-36, XKF-47.1
    """
    if not wish.interest.strip():
        raise Refused("interest_missing", "XKF-36")
    if not wish.name.strip():
        return _nobody(case, wish, ctx)
    may_reach(wish.phone.replace(" ", "")).raise_if_refused()
    norms, calendar = norms_of(case), ctx.directory.calendar(case.profile)
    limit, answer_by = norms.term("hearing_request_limit"), request_by(ctx.today, norms, calendar)
    stage = open_stage(case, StageKind.INTERESTED.value, ctx, due_on=answer_by, asked_by_id=ctx.officer.user_id)
    row_id = new_id()
    row = {
        "id": row_id, "region_code": case.region_code, "case_id": case.id, "stage_id": stage.values["id"],
        "name": wish.name.strip(), "phone_cipher": seal(wish.phone, row_id),
        "address_cipher": seal(wish.address, row_id), "interest": wish.interest, "told_on": ctx.today,
        "answer_by": answer_by, "stated_on": None, "statement": "",
    }  # fmt: skip
    shared: dict[str, Any] = {"answer": told(limit), "answer_by": answer_by, "applicant_name": case.applicant_name}
    party = replace(about(case, ctx), applicant=wish.name.strip())
    letter = numbered(DocumentKind.INTERESTED, party, ctx, interest=wish.interest, **shared)
    papers = (replace(letter, public=False), *_applicant_told(case, ctx, shared))
    return Work(add=(stage, Row(InterestedParty, row)), papers=papers, facts={"answer_by": answer_by})


def _applicant_told(case: CaseFile, ctx: Context, shared: dict[str, Any]) -> tuple[Paper, ...]:
    """Return the applicant's own notice of the right to a hearing: once, without anything of the parties."""
    if any(stage.kind == StageKind.INTERESTED and stage.due_on for stage in case.stages):
        return ()
    no = f"{case.no}-{case.ledger_seq + 1}"
    return (slip(DocumentKind.HEARING_RIGHT, no, about(case, ctx), ctx, **shared),)


def _nobody(case: CaseFile, wish: InterestedNotice, ctx: Context) -> Work:
    """Put on record that the case touches nobody's major interests: the finding closes the step."""
    done = {
        "assignee_id": ctx.officer.user_id, "done_at": ctx.at, "conclusion": Conclusion.AGREE.value,
        "opinion": wish.interest,
    }  # fmt: skip
    return Work(add=(open_stage(case, StageKind.INTERESTED.value, ctx, due_on=None, **done),), facts={"nobody": True})
