"""利害关系人要求听证: somebody who got the notice asks for a hearing himself, without an account, by what it says."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import Work, filing_of, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Row
from yichuang.acts.handling.stages import open_stage
from yichuang.acts.hearing.request_hearing import hearing_row, waived_by
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.hearings.access import PartyProof, party_case
from yichuang.records.hearings.models import Hearing, HearingOrigin, InterestedParty
from yichuang.rules import transitions
from yichuang.rules.hearing.hearings import hold_by, may_request


@dataclass(frozen=True, slots=True)
class PartyRequest:
    """What the interested party shows of himself, and why he asks."""

    proof: PartyProof
    reason: str = ""


def request_as_party(wish: PartyRequest, ctx: Context) -> Filed:
    """Take the request in as if it had come by letter: his own days count, from the day he was told. It costs nothing.

    Raises: NotFound (no such notice), Refused (late, one asked for already, decided), Conflict, KeyReused.
    Basis: XKF-47.1, XKF-47.2
    """
    first = repeated(ctx.directory.region_of(wish.proof.no), ctx)
    if first is not None:
        return first
    case, party = party_case(wish.proof, ctx.directory)
    work = judged(case, party, wish, ctx)
    filing: Filing = filing_of(verb="case.hearing_requested_by_party", case=case, work=work, ctx=ctx)
    return file(filing, ctx)


def judged(case: CaseFile, party: InterestedParty, wish: PartyRequest, ctx: Context) -> Work:
    """Return what would be put on record. Raises: Refused."""
    verb, norms = "case.hearing_requested_by_party", norms_of(case)
    transitions.may(verb, case.state, kind=case.kind, paused=case.paused).raise_if_refused()
    waiting = case.stage(StageKind.HEARING) is not None
    waived = waived_by(case, party.stage_id)
    may_request([party.answer_by], ctx.today, norms, waiting=waiting, waived=waived).raise_if_refused()
    latest = hold_by(ctx.today, norms, ctx.directory.calendar(case.profile))
    stage = open_stage(case, StageKind.HEARING.value, ctx, due_on=latest)
    row = hearing_row(case, stage) | {
        "origin": HearingOrigin.PARTY.value, "requester": party.name, "requested_on": ctx.today, "hold_by": latest,
    }  # fmt: skip
    facts = {"hold_by": latest, "party": party.id}
    return Work(add=(stage, Row(Hearing, row)), facts=facts, payload={"reason": wish.reason})
