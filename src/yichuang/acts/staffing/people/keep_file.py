"""人员档案: the centre keeps the file of somebody at its windows; his date of birth is kept as ciphertext."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change, Row
from yichuang.acts.staffing.frame import Entered, staff_act, words_of
from yichuang.records.applicants.vault import seal
from yichuang.records.ids import new_id
from yichuang.records.staffing.models import Employment, ServicePoint, StaffFile
from yichuang.records.staffing.queries import wearer_of
from yichuang.rules.verdict import Refused

_LONGEST_BADGE = 12
_YOUNGEST = 16  # years between birth and work that a typing error does not make
_BASIS = "S1-四1"


@dataclass(frozen=True, slots=True)
class FileWish:
    """What the file says: who, born when, at work since when, how employed, sent by whom, at which point; his badge."""

    region_code: str
    user_id: UUID
    employment: str
    home_unit: str
    entered_on: date
    born_on: date | None = None
    work_since: date | None = None
    heads_section: bool = False
    point_id: UUID | None = None
    badge_no: str = ""


@staff_act(verb="staff.file_kept")
def keep_file(wish: FileWish, ctx: Context) -> Entered:
    """Put the file on record, or its change; a date of birth left empty stays as it was.

    Raises: Refused (no post here, dates, employment, no such point, a badge that somebody else wears).

    Basis: S1-四1, S0f-1.1, GRXX-6.1
    """
    mine = [post for post in ctx.directory.roster.posts if post.user_id == wish.user_id]
    if not any(post.region_code == wish.region_code for post in mine):
        raise Refused("holds_no_post", _BASIS)
    if wish.employment not in Employment.values:
        raise Refused("employment_missing", _BASIS)
    if _odd(wish, ctx.today):
        raise Refused("file_dates", _BASIS)
    points = ServicePoint.objects.filter(region_code=wish.region_code, pk=wish.point_id)
    if wish.point_id is not None and not points.exists():
        raise Refused("point_unknown", _BASIS)
    badge = wish.badge_no.strip()[:_LONGEST_BADGE]
    if badge and wearer_of(wish.region_code, badge) not in (None, wish.user_id):
        raise Refused("badge_taken", _BASIS)
    row = StaffFile.objects.filter(region_code=wish.region_code, user=wish.user_id).first()
    identity = row.id if row else new_id()
    values = {
        "employment": wish.employment, "home_unit": words_of(wish.home_unit, 80, Refused("home_unit_missing", _BASIS)),
        "entered_on": wish.entered_on, "heads_section": wish.heads_section, "point_id": wish.point_id,
        "badge_no": badge, "kept_by_id": ctx.officer.user_id, "kept_at": ctx.at,
    }  # fmt: skip
    born = {"birth_cipher": seal(wish.born_on.isoformat(), identity)} if wish.born_on else {}
    work = {"work_since": wish.work_since} if wish.work_since or row is None else {}
    if row is not None:
        return Entered(change=(Change(StaffFile, row.id, values | born | work),), answer={"id": str(identity)})
    new = {"id": identity, "region_code": wish.region_code, "user_id": wish.user_id, "birth_cipher": ""}
    return Entered(add=(Row(StaffFile, new | values | born | work),), answer={"id": str(identity)})


def _odd(wish: FileWish, today: date) -> bool:
    """Say whether dates contradict each other: nobody was at work before he was sixteen, or enters tomorrow."""
    born, work = wish.born_on, wish.work_since
    if any(day is not None and day > today for day in (born, work, wish.entered_on)):
        return True
    return born is not None and work is not None and work.year - born.year < _YOUNGEST
