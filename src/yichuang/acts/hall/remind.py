"""到号提醒: whoever left a telephone is told when only so many are ahead of him; once, however often somebody looks."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from yichuang.acts.context import Context
from yichuang.records.feedback.sms import sms
from yichuang.records.hall.place import ZONE, Place, halls, place
from yichuang.records.hall.whose import near, reminded


def remind(here: Place, at: datetime) -> int:
    """Tell who is near in a hall; return how many were told.

    The message goes out before it is noted: a run that is cut short between the two sends it again under the same
    reference, which whoever sends messages delivers once. Without somebody who sends, nothing is noted.

    Basis: YC
    """
    sender, site = sms(), settings.YICHUANG_PUBLIC_URL.rstrip("/")
    if sender is None:
        return 0
    told = 0
    for row, phone, ahead, minutes in near(here, at.astimezone(ZONE).date(), most_ahead(here)).values():
        where = f" 查看 {site}/number/{row.token}/" if site else ""
        words = f"您的排队号 {row.no} 前面还有 {ahead} 人，约等 {minutes} 分钟，请到{here.hall.name}等候。{where}"
        sender.send(f"number:{row.id}", phone, words, at)
        told += reminded(row, at)
    return told


def remind_region(region_code: str, ctx: Context) -> int:
    """Tell who is near in every hall of a region: what was missed when a call was made.  Basis: YC"""
    return sum(remind(place(hall, ctx.directory, ctx.today), ctx.at) for hall in halls([region_code]))


def most_ahead(here: Place) -> int:
    """Return how many may be ahead when somebody is told.  Basis: YC"""
    return here.norms.number("queue_reminder_ahead")
