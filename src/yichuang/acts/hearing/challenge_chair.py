"""申请主持人回避: the challenge of a chair is decided; where it is right, somebody else takes the chair."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.hearing.call_hearing import reviewers_of
from yichuang.records.cases.reading import CaseFile
from yichuang.records.hearings.models import Hearing
from yichuang.records.hearings.queries import open_hearing
from yichuang.rules.hearing.hearings import may_chair
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Challenge:
    """Who challenges the chair and why; a new chair where the challenge is right, None where it is not."""

    on: On
    challenger: str
    reason: str
    chair_id: UUID | None = None


@case_act(verb="case.chair_challenged")
def challenge_chair(case: CaseFile, wish: Challenge, ctx: Context) -> Work:
    """Decide on the challenge of the chair; nobody decides on a challenge of himself.

    Basis: XKF-48.1(3)
    """
    hearing = open_hearing(case.region_code, case.id)
    if hearing is None or hearing.on is None:
        raise Refused("hearing_not_called", "XKF-48.1(1)")
    if not wish.challenger.strip() or not wish.reason.strip():
        raise Refused("reason_missing", "XKF-48.1(3)")
    if hearing.chair_id == ctx.officer.user_id:
        raise Refused("chair_decides_himself", "XKF-48.1(3)")
    payload = {"challenger": wish.challenger, "reason": wish.reason}
    if wish.chair_id is None:
        return Work(facts={"replaced": False}, payload=payload)
    may_chair(wish.chair_id, reviewers_of(case) | {hearing.chair_id}, norms_of(case)).raise_if_refused()
    if wish.chair_id not in ctx.directory.names:
        raise Refused("chair_missing", "XKF-48.1(3)")
    change = Change(Hearing, hearing.id, {"chair_id": wish.chair_id})
    return Work(change=(change,), facts={"replaced": True}, payload=payload)
