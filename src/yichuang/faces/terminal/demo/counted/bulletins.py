"""Bulletins in the demonstration (通报): one corrected, one signed, and the drafts that are due."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from yichuang.acts.bulletins.draft import BulletinDraft, draft
from yichuang.acts.bulletins.drafting import draft_due
from yichuang.acts.bulletins.frame import OnBulletin
from yichuang.acts.bulletins.redraw import BulletinRedraw, redraw
from yichuang.acts.bulletins.sign import BulletinSignature, sign
from yichuang.acts.bulletins.word import BulletinWords, word
from yichuang.acts.context import Context
from yichuang.records.bulletins.models import Bulletin
from yichuang.records.bulletins.queries import id_of, known
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory
from yichuang.records.org.models import User
from yichuang.rules.officers import SYSTEM
from yichuang.rules.statistics.periods import Period, PeriodKind, before, period_of

_HERE, _ZONE = "990100", ZoneInfo("Asia/Shanghai")
_WHY = "停电期间手工受理、事后补录的办件没有计入，现重新取数。"
_DEMANDS = "请有关部门抓紧办理，书面说明原因。各窗口对临近期限的办件逐件提醒，离岗按规定挂出告示。"


def build_bulletins(now: datetime) -> None:
    """Bring out the bulletins of the last two months, the older one with a correction; draft what is due."""
    last = before(period_of(PeriodKind.MONTH, now.astimezone(_ZONE).date()))
    first = _signed(before(last), _on(before(last), 2))
    _signed(before(last), _on(before(last), 12), corrects=first, reason=_WHY)
    _signed(last, now)
    draft_due(_HERE, Context(SYSTEM, now, directory()), [])  # and makes what was signed


def _on(period: Period, after: int) -> datetime:
    """Return a morning some days after a period."""
    return datetime.combine(period.last + timedelta(days=after), time(9, 20), _ZONE)


def _signed(period: Period, at: datetime, *, corrects: UUID | None = None, reason: str = "") -> UUID:
    """Word and sign what was drafted by itself, else what is drafted now."""
    here, found = directory(), id_of(_HERE, period, corrects)
    manager = User.objects.get(username="manager").id

    def ctx() -> Context:
        return Context(here.officer(manager, at.astimezone(_ZONE).date()), at, here, new_id().hex)

    if known(_HERE, [found]):
        redraw(BulletinRedraw(OnBulletin(_HERE, found)), ctx())
    else:
        draft(BulletinDraft(_HERE, str(period.kind), period.first, corrects, reason), ctx())
    words = dict(Bulletin.objects.get(region_code=_HERE, id=found).words) | {"demands": _DEMANDS}
    word(BulletinWords(OnBulletin(_HERE, found), words), ctx())
    sign(BulletinSignature(OnBulletin(_HERE, found)), ctx())
    return found
