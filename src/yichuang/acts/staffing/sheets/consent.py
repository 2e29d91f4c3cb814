"""社区党工委意见: the community says whether somebody it hosts may be graded 合格 or better for a year."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.staffing.book import NotInRoster
from yichuang.acts.staffing.frame import Entered, staff_act
from yichuang.records.ids import new_id
from yichuang.records.staffing.models import CommunityConsent, ServicePoint
from yichuang.records.staffing.queries import consent_of, files_of
from yichuang.rules.verdict import Refused

_BASIS = "S4-二(八)"


@dataclass(frozen=True, slots=True)
class ConsentWish:
    """Of whom, for which year, whether the community agrees, and what it says."""

    region_code: str
    user_id: UUID
    year: int
    agreed: bool
    words: str = ""


@staff_act(verb="staff.consent_given")
def give_consent(wish: ConsentWish, ctx: Context) -> Entered:
    """Put the community's word on record.

    Raises: NotInRoster (nobody of this community), Refused (said already, a year to come, no reason against).
    Basis: S4-二(八)
    """
    known = files_of(wish.region_code, [wish.user_id]).get(wish.user_id)
    points = ServicePoint.objects.filter(region_code=wish.region_code, committee=ctx.officer.user_id)
    if known is None or known.point_id is None or not points.filter(pk=known.point_id).exists():
        raise NotInRoster(str(wish.user_id))
    if wish.year > ctx.today.year:
        raise Refused("consent_to_come", _BASIS)
    if consent_of(wish.region_code, wish.user_id, wish.year) is not None:
        raise Refused("consent_given_already", _BASIS)
    words = wish.words.strip()[:300]
    if not wish.agreed and not words:
        raise Refused("consent_why_missing", _BASIS)
    row = Row(
        CommunityConsent,
        {
            "id": new_id(), "region_code": wish.region_code, "user_id": wish.user_id, "point_id": known.point_id,
            "year": wish.year, "agreed": wish.agreed, "words": words, "given_by_id": ctx.officer.user_id,
            "given_at": ctx.at,
        },
    )  # fmt: skip
    return Entered(add=(row,))
