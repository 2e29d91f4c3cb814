"""邀请评价: after the case was closed, by a link on the window's pad or in a text message; good once and for a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.records.applicants.vault import lookup_hash
from yichuang.records.cases.reading import CaseFile
from yichuang.records.feedback.models import Invitation, RatingChannel
from yichuang.records.feedback.queries import is_rated
from yichuang.records.ids import new_id
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class InvitationWish:
    """Which case, over which channel; the token is told to nobody but the applicant. The pad is that of a window."""

    on: On
    token: str
    channel: str = RatingChannel.SMS
    window: UUID | None = None


@case_act(verb="case.rating_invited")
def invite(case: CaseFile, wish: InvitationWish, ctx: Context) -> Work:
    """Put the invitation on record; only the hash of its token stands there.

    Raises: Refused (rated already, not one's own window).

    Basis: YSHJ-50, S0f-2.1
    """
    if is_rated(case.region_code, case.id):
        raise Refused("rated_already", "YSHJ-50")
    pad = wish.channel == RatingChannel.PAD
    if pad and wish.window not in {grant.window_id for grant in ctx.officer.grants if grant.window_id}:
        raise Refused("not_own_window", "S0f-2.1")
    norms = norms_of(case)
    minutes, days = norms.number("rating_pad_minutes"), norms.number("rating_invite_days")
    row = {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "token_hash": lookup_hash(wish.token),
        "channel": wish.channel, "window_id": wish.window if pad else None, "made_at": ctx.at, "used_at": None,
        "expires_at": ctx.at + (timedelta(minutes=minutes) if pad else timedelta(days=days)),
    }  # fmt: skip
    return Work(add=(Row(Invitation, row),), facts={"channel": wish.channel})
