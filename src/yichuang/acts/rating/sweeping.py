"""The sweep of ratings (邀评): who was served in the last days and left a telephone gets a link, once."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import timedelta

from django.conf import settings

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Conflict
from yichuang.acts.rating.invite import InvitationWish, invite
from yichuang.records.feedback.inviting import uninvited
from yichuang.records.feedback.sms import sms
from yichuang.rules.verdict import Refused

_BACK = timedelta(days=3)  # of ours: how far a late run still looks


def invite_served(region_code: str, ctx: Context, limit: int, left: list[str]) -> int:
    """Invite by text message whoever was served and has not been asked yet; return how many.

    Without somebody who sends messages, or the address that the link leads to, nothing is done and nothing promised.

    Basis: YSHJ-50, S0f-2.1
    """
    sender, site, done = sms(), settings.YICHUANG_PUBLIC_URL.rstrip("/"), 0
    if sender is None or not site:
        return 0
    for case_id, no, item, phone in uninvited(region_code, ctx.at - _BACK, limit):
        token = secrets.token_urlsafe(18)
        try:
            filed = invite(InvitationWish(On(no), token), replace(ctx, key=f"sweep:invite:{case_id}"))
        except (Refused, Conflict) as fault:
            left.append(f"{no} {fault}")
            continue
        if not filed.repeated:
            words = f"您办理的“{item}”（{no}）已办结，请评价 {site}/rate/{token}/ 一件一评，链接只能用一次。"
            sender.send(str(case_id), phone, words, ctx.at)
            done += 1
    return done
