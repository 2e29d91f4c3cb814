"""召集会审: the lead invites departments to a meeting and tells the applicant when and where, in time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.meeting.inviting import Invitation, invited, judged
from yichuang.acts.meeting.request import meeting_row
from yichuang.acts.meeting.sessions import Session, found, meeting_notice, session_row
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, numbered
from yichuang.records.cases.models import CaseState
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.records.meetings.models import Meeting, MeetingState
from yichuang.records.meetings.queries import MEETINGS
from yichuang.rules.meeting.calling import may_chair
from yichuang.rules.verdict import Refused

__all__ = ["Invitation", "MeetingCall", "Session", "call_meeting"]


@dataclass(frozen=True, slots=True)
class MeetingCall:
    """When, where, whom, under whose chair; `meeting_id` names a request that is granted so."""

    on: On
    session: Session
    invitations: tuple[Invitation, ...]
    chair_id: UUID | None = None
    chair_named: str = ""
    materials: str = ""
    experts: str = ""
    meeting_id: UUID | None = None


@case_act(verb="case.meeting_called", beside=MEETINGS)
def call_meeting(case: CaseFile, wish: MeetingCall, ctx: Context) -> Work:
    """Open a seat and a stage for each department, send the notice, and a letter where delegates must be found.

    Basis: S0b-14, S0h-三.1, S0h-三.2, S0h-三.4, S0h-三.11
    """
    asked = found(case, wish.meeting_id, MeetingState.REQUESTED).row if wish.meeting_id else None
    session = session_row(case, wish.session, ctx, asked.waiver if asked else "")
    judged(case, wish.invitations, wish.session.on, ctx)
    told = {
        "state": MeetingState.CALLED.value, "chair_id": _chair(case, wish, ctx),
        "chair_named": wish.chair_named.strip(), "called_at": ctx.at, "sessions": [session],
        "held_on": wish.session.on, "prereview": case.state == CaseState.RECEIVED,
        "materials": wish.materials.strip(), "experts": wish.experts.strip(),
    }  # fmt: skip
    new = None if asked else meeting_row(case, **told)
    meeting_id = asked.id if asked else new.values["id"] if new else None
    names = [ctx.directory.departments[one.department_id].name for one in wish.invitations]
    notice = meeting_notice(
        case, session, ctx, departments=names, materials=wish.materials.strip(), experts=wish.experts.strip(),
        waived=session["waiver"], again=False, prereview=told["prereview"],
    )  # fmt: skip
    seats = invited(case, wish.invitations, meeting_id, wish.session.on, ctx)
    return Work(
        add=(*((new,) if new else ()), *seats),
        change=(Change(Meeting, asked.id, told),) if asked else (),
        papers=(notice, *_letter(case, wish, ctx)),
        facts={"meeting": meeting_id, "on": wish.session.on, "waived": bool(session["waiver"])},
    )


def _chair(case: CaseFile, wish: MeetingCall, ctx: Context) -> UUID:
    """Return who chairs; the caller unless named. Raises Refused where the norms ask for another."""
    chair = wish.chair_id or ctx.officer.user_id
    held = ctx.directory.officer(chair, wish.session.on).grants
    roles = frozenset(grant.role for grant in held if grant.department_id == case.department_id)
    may_chair(roles, wish.chair_named, norms_of(case)).raise_if_refused()
    if chair is None or chair not in ctx.directory.names:
        raise Refused("meeting_chair", "S0h-三.1", {"wanted": "reviewer"})
    return chair


def _letter(case: CaseFile, wish: MeetingCall, ctx: Context) -> tuple[Paper, ...]:
    """Return the letter to the departments that are asked who shall attend (会审派员函)."""
    asked = [one for one in wish.invitations if one.by_letter]
    if not asked:
        return ()
    letter = numbered(
        DocumentKind.MEETING_LETTER, about(case, ctx), ctx, basis="S0h-三.2",
        to=[ctx.directory.departments[one.department_id].name for one in asked], held_on=wish.session.on,
        held_at=wish.session.time, place=wish.session.place.strip(),
        matter="；".join(dict.fromkeys(filter(None, (one.matter.strip() for one in asked)))),
    )  # fmt: skip
    return (replace(letter, public=False),)
