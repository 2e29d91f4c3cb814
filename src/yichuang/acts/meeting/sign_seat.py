"""签署会审结论: a delegate signs the conclusion of the department on the spot; the signature equals its seal."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.meeting.later import later_rows
from yichuang.acts.meeting.name_delegate import own_seat
from yichuang.acts.meeting.sessions import begun
from yichuang.records.cases.models import Stage
from yichuang.records.cases.reading import CaseFile
from yichuang.records.meetings.models import Seat
from yichuang.records.meetings.queries import MEETINGS
from yichuang.rules.joint.conclusions import Concluded, may_conclude
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Signature:
    """What the department concludes; in pre-review also what it wants to be handed in later (事后补齐)."""

    on: On
    meeting_id: UUID
    conclusion: str
    opinion: str = ""
    later_materials: str = ""


@case_act(verb="case.seat_signed", materials=True, beside=MEETINGS)
def sign_seat(case: CaseFile, wish: Signature, ctx: Context) -> Work:
    """Sign for the department: only its delegate, with one of the conclusions that the norms know.

    What it wants later in pre-review becomes required materials of the case: acceptance asks for them by itself.

    Basis: S0h-二(二)1, S0h-三.1, S0h-三.8, S0h-三.9
    """
    meeting = begun(case, wish.meeting_id, ctx)
    seat = own_seat(meeting, ctx)
    if seat.delegate_id is None and seat.by_letter:
        raise Refused("seat_no_delegate", "S0h-三.2")
    if seat.delegate_id not in (None, ctx.officer.user_id):
        raise Refused("seat_other_delegate", "S0h-三.1", {"who": ctx.directory.names.get(seat.delegate_id, "")})
    may_conclude(Concluded(wish.conclusion, wish.opinion), norms_of(case)).raise_if_refused()
    if wish.later_materials.strip() and not meeting.row.prereview:
        raise Refused("later_materials_only_before", "S0h-三.9")
    place = ctx.directory.departments[seat.department_id].short_name
    later = later_rows(case, seat.id, wish.later_materials, conclusion=wish.conclusion, department=place)
    said = {"conclusion": wish.conclusion, "opinion": wish.opinion.strip()}
    signed = said | {
        "delegate_id": ctx.officer.user_id, "present": True, "signed_at": ctx.at,
        "later_materials": wish.later_materials.strip(),
    }  # fmt: skip
    done = said | {"assignee_id": ctx.officer.user_id, "done_at": ctx.at}
    return Work(
        add=later,
        change=(Change(Seat, seat.id, signed), Change(Stage, seat.stage_id, done)),
        facts={"meeting": meeting.row.id, "seat": seat.id},
    )
