"""申请主持人回避: the challenge of a chair is decided; where it is right, somebody else takes the chair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.hearing.call_hearing import reviewers_of
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, numbered
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.records.hearings.models import Hearing
from yichuang.records.hearings.queries import open_hearing
from yichuang.rules.hearing.hearings import may_chair
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Challenge:
    """Who challenges the chair and why; a new chair where the challenge is right, None where it is not, and why."""

    on: On
    challenger: str
    reason: str
    chair_id: UUID | None = None
    ruling: str = ""


@case_act(verb="case.chair_challenged")
def challenge_chair(case: CaseFile, wish: Challenge, ctx: Context) -> Work:
    """Decide on the challenge of the chair, and tell it on paper; nobody decides on a challenge of himself.

    Whoever asked gets the decision, and the applicant; who asked isn't told to the applicant where it is another.

    Basis: XKF-48.1(3)
    """
    hearing = open_hearing(case.region_code, case.id)
    if hearing is None or hearing.on is None:
        raise Refused("hearing_not_called", "XKF-48.1(1)")
    if not wish.challenger.strip() or not wish.reason.strip():
        raise Refused("reason_missing", "XKF-48.1(3)")
    if hearing.chair_id == ctx.officer.user_id:
        raise Refused("chair_decides_himself", "XKF-48.1(3)")
    payload = {"challenger": wish.challenger, "reason": wish.reason, "ruling": wish.ruling}
    if wish.chair_id is None:
        if not wish.ruling.strip():
            raise Refused("challenge_ruling_missing", "XKF-48.1(3)")
        return Work(papers=_told(case, wish, hearing, ctx), facts={"replaced": False}, payload=payload)
    may_chair(wish.chair_id, reviewers_of(case) | {hearing.chair_id}, norms_of(case)).raise_if_refused()
    if wish.chair_id not in ctx.directory.names:
        raise Refused("chair_missing", "XKF-48.1(3)")
    change = Change(Hearing, hearing.id, {"chair_id": wish.chair_id})
    return Work(
        change=(change,), papers=_told(case, wish, hearing, ctx), facts={"replaced": True}, payload=payload
    )  # fmt: skip


def _told(case: CaseFile, wish: Challenge, hearing: Hearing, ctx: Context) -> tuple[Paper, ...]:
    """Return the decision for whoever challenged the chair, and for the applicant.

    Basis: XKF-48.1(3)
    """
    names, subject, asker = ctx.directory.names, about(case, ctx), wish.challenger.strip()
    fields: Mapping[str, Any] = {
        "day": hearing.on, "time": hearing.time, "ruling": wish.ruling.strip(),
        "chair": names.get(hearing.chair_id, "") if hearing.chair_id else "",
        "new_chair": names[wish.chair_id] if wish.chair_id else "",
    }  # fmt: skip
    kind, own = DocumentKind.CHALLENGE_DECISION, asker == case.applicant_name
    if own:
        return (numbered(kind, subject, ctx, own=True, reason=wish.reason.strip(), **fields),)
    letter = numbered(
        kind, replace(subject, applicant=asker), ctx, own=True, reason=wish.reason.strip(),
        applicant_name=case.applicant_name, **fields,
    )  # fmt: skip
    return replace(letter, public=False), numbered(kind, subject, ctx, own=False, **fields)
