"""后台接待登记: an officer behind the window met an applicant; without an arrangement it is flagged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.staffing.frame import Entered, staff_act, words_of
from yichuang.records.ids import new_id
from yichuang.records.staffing.models import BackContact
from yichuang.rules.staff.standing import posts_of
from yichuang.rules.staff.units import contact_flag
from yichuang.rules.verdict import Refused

_BASIS = "S0b-5"


@dataclass(frozen=True, slots=True)
class ContactNote:
    """Who met an applicant when, about which case, on whose arrangement, and what about."""

    region_code: str
    user_id: UUID
    on: date
    words: str
    case_no: str = ""
    arrangement: str = ""


@staff_act(verb="staff.contact_noted")
def note_contact(wish: ContactNote, ctx: Context) -> Entered:
    """Put a contact on record; without an arrangement its entry says so and the centre sees it.

    Raises: Refused (no officer behind the window, a day to come, nothing said).  Basis: S0b-5
    """
    posts = posts_of(wish.user_id, ctx.directory.roster, wish.on)
    behind = [post for post in posts if post.region_code == wish.region_code and post.department_id]
    behind = [post for post in behind if not post.at_window]
    if not behind:
        raise Refused("contact_not_behind", _BASIS)
    if wish.on > ctx.today:
        raise Refused("contact_to_come", _BASIS)
    row = Row(
        BackContact,
        {
            "id": new_id(), "region_code": wish.region_code, "user_id": wish.user_id,
            "department_id": behind[0].department_id, "on": wish.on, "case_no": wish.case_no.strip().upper()[:20],
            "arrangement": wish.arrangement.strip()[:120],
            "words": words_of(wish.words, 200, Refused("contact_words_missing", _BASIS)),
            "noted_by_id": ctx.officer.user_id, "noted_at": ctx.at,
        },
    )  # fmt: skip
    return Entered(add=(row,), facts={"flag": contact_flag(wish.arrangement)}, answer={"id": str(row.values["id"])})
