"""Spot checks in the demonstration (双随机抽查): one drawn and half checked, one with its lists just closed."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.proofs.running import prove
from yichuang.acts.sampling.announce import CheckAnnouncement, announce
from yichuang.acts.sampling.countersign import CheckSignature, countersign
from yichuang.acts.sampling.draw import CheckDraw, draw
from yichuang.acts.sampling.frame import OnCheck
from yichuang.acts.sampling.record import Found, record
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory
from yichuang.records.org.models import User
from yichuang.records.supervision.checking import check_in
from yichuang.records.supervision.models import CheckResult

_CASES = "查一次性告知是否写全、环节是否超时、决定是否载明理由和救济途径。"
_WATER = "查被许可人是否按照许可的条件从事活动。"
_FOUND = (
    (CheckResult.CLEAN, "材料齐全，各环节在期限内，决定载明了依据和救济途径。", "", None),
    (CheckResult.CORRECT, "补正告知没有写明下一步怎么办。", "责令改正，补发告知。", 5),
)


def build_checks(now: datetime) -> None:
    """Close lists, let a checkpoint draw, check two of the lines."""
    today = now.date()
    span = today - timedelta(days=120), today - timedelta(days=1)
    first = _closed(CheckAnnouncement("990100", "cases", *span, None, 4, 2, _CASES), now - timedelta(hours=2))
    water = next(
        row.id for row in directory().departments.values() if row.slug == "water" and row.centre.prefix == "JN"
    )
    _closed(CheckAnnouncement("990100", "holders", *span, water, 2, 2, _WATER), now - timedelta(hours=1))
    prove(now)
    draw(CheckDraw(first), _ctx("supervisor", now))
    row = check_in(["990100"], first.id)
    for one, (result, words, handled, days) in zip(row.drawn if row else (), _FOUND, strict=False):
        who = [UUID(user) for user in one["inspectors"]]
        by = today + timedelta(days=days) if days else None
        record(Found(first, one["no"], result, words, handled, by), _of(who[0], now))
        countersign(CheckSignature(first, one["no"]), _of(who[1], now))


def _closed(wish: CheckAnnouncement, at: datetime) -> OnCheck:
    return OnCheck("990100", UUID(announce(wish, _ctx("supervisor", at)).answer["check"]))


def _ctx(login: str, at: datetime) -> Context:
    return _of(User.objects.get(username=login).id, at)


def _of(user: UUID, at: datetime) -> Context:
    place = directory()
    return Context(place.officer(user, at.date()), at, place, new_id().hex)
