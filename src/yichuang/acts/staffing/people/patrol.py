"""巡查记录: what a patrol saw at a window or of a person, with a photo."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.staffing.frame import Entered, staff_act
from yichuang.records.hall.watching import call_alert
from yichuang.records.ids import new_id
from yichuang.records.staffing.models import Patrol, PatrolKind
from yichuang.records.supervision.queries import alert_in
from yichuang.rules.staff.standing import posts_of
from yichuang.rules.verdict import Refused

_BASIS = "S1-四3"


@dataclass(frozen=True, slots=True)
class PatrolWish:
    """What was seen, where or of whom, the photo's digest in the file store, and the alert that it proves."""

    region_code: str
    kind: str
    window_id: UUID | None = None
    user_id: UUID | None = None
    words: str = ""
    photo: str = ""
    photo_name: str = ""
    alert_id: UUID | None = None


@staff_act(verb="staff.patrolled")
def patrol(wish: PatrolWish, ctx: Context) -> Entered:
    """Put what a patrol saw on record.

    Raises: Refused (no kind, neither window nor person of this centre, himself, nothing said of a fault, no
    such alert).
    Basis: S1-四3, S3-二(六)1
    """
    if wish.kind not in PatrolKind.values:
        raise Refused("patrol_kind_missing", _BASIS)
    window = ctx.directory.windows.get(wish.window_id) if wish.window_id else None
    far = window is not None and window.centre_id != ctx.directory.centres[wish.region_code].pk
    posts = posts_of(wish.user_id, ctx.directory.roster, ctx.today) if wish.user_id else ()
    strange = wish.user_id is not None and not any(post.region_code == wish.region_code for post in posts)
    if far or strange or (window is None and wish.user_id is None):
        raise Refused("patrol_whom", _BASIS)
    if wish.user_id == ctx.officer.user_id:
        raise Refused("patrol_oneself", _BASIS)
    words = wish.words.strip()[:300]
    if wish.kind != PatrolKind.GOOD and not words:
        raise Refused("patrol_words_missing", _BASIS)
    if wish.alert_id is not None and not _is_alert(wish.region_code, wish.alert_id):
        raise Refused("patrol_no_alert", _BASIS)
    row = Row(
        Patrol,
        {
            "id": new_id(), "region_code": wish.region_code, "at": ctx.at, "window_id": wish.window_id,
            "user_id": wish.user_id, "kind": wish.kind, "words": words, "photo": wish.photo,
            "photo_name": wish.photo_name[:80], "noted_by_id": ctx.officer.user_id,
            "alert_id": wish.alert_id,
        },
    )  # fmt: skip
    return Entered(add=(row,), answer={"id": str(row.values["id"])})


def _is_alert(region_code: str, alert_id: UUID) -> bool:
    """Say whether supervision found that in a case, or of a call.  Basis: S3-二(六)1"""
    return alert_in([region_code], alert_id) is not None or call_alert([region_code], alert_id) is not None
