"""放弃听证: the applicant or an interested party gives up the right to a hearing, in writing, before the last day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.handling.stages import open_stage
from yichuang.acts.hearing.request_hearing import applicant_waived, told_days, waived_by
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import slip
from yichuang.records.cases.access import place_of
from yichuang.records.cases.models import Conclusion, Effect, Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.records.hearings.models import InterestedParty
from yichuang.records.hearings.queries import party_of
from yichuang.rules.hearing.waiving import in_writing, may_waive
from yichuang.rules.permissions import is_own
from yichuang.rules.typed import typed
from yichuang.rules.verdict import Refused, Verdict


@dataclass(frozen=True, slots=True)
class HearingWaiver:
    """Who gives it up (the applicant, or an interested party), and on which paper where an office enters it."""

    on: On
    party_id: UUID | None = None
    paper: str = ""


@case_act(verb="case.hearing_waived")
def waive_hearing(case: CaseFile, wish: HearingWaiver, ctx: Context) -> Work:
    """Put the waiver on record; nobody waits any more for who gave it, and he can't ask for a hearing later.

    What an interested party has to state he may still state.

    Basis: XKF-47.1
    """
    own = is_own(ctx.officer, place_of(case))
    paper = typed(wish.paper, "书面材料", 200)
    in_writing(paper, own=own).raise_if_refused()
    party = _party(case, wish, own=own)
    days = _days(case, party)
    _judge(case, party, ctx).raise_if_refused()
    subject = replace(about(case, ctx), applicant=party.name) if party else about(case, ctx)
    letter = slip(
        DocumentKind.HEARING_WAIVER, f"{case.no}-{case.ledger_seq + 1}", subject, ctx, answer_by=days[0],
        written=paper, party=party is not None,
    )  # fmt: skip
    told = {"party": party.id if party else None, "answer_by": days[0]}
    if party:
        change = Change(Stage, party.stage_id, {"effect": Effect.WAIVED.value})
        papers = (replace(letter, public=False),)
        return Work(change=(change,), papers=papers, facts=told, payload={"paper": paper})
    done = {
        "assignee_id": ctx.officer.user_id, "done_at": ctx.at, "conclusion": Conclusion.AGREE.value,
        "effect": Effect.WAIVED.value,
    }  # fmt: skip
    row = open_stage(case, StageKind.HEARING_WAIVER.value, ctx, due_on=None, **done)
    return Work(add=(row,), papers=(letter,), facts=told, payload={"paper": paper})


def who_may_waive(case: CaseFile, parties: Sequence[InterestedParty], ctx: Context) -> list[InterestedParty | None]:
    """Return who may give up the hearing today: None is the applicant.  Basis: XKF-47.1"""
    return [one for one in (None, *parties) if _judge(case, one, ctx).allowed]


def _days(case: CaseFile, party: InterestedParty | None) -> list[date]:
    return [party.answer_by] if party else told_days(case, own=True)


def _judge(case: CaseFile, party: InterestedParty | None, ctx: Context) -> Verdict:
    waived = waived_by(case, party.stage_id) if party else applicant_waived(case)
    waiting = case.stage(StageKind.HEARING) is not None
    return may_waive(_days(case, party), ctx.today, norms_of(case), waiting=waiting, waived=waived)


def _party(case: CaseFile, wish: HearingWaiver, *, own: bool) -> InterestedParty | None:
    """Return whose waiver it is, None for the applicant's; nobody gives up another's right. Raises: Refused."""
    if wish.party_id is None:
        return None
    party = None if own else party_of(case.region_code, case.id, wish.party_id)
    if party is None:
        raise Refused("party_unknown", "XKF-36")
    return party
