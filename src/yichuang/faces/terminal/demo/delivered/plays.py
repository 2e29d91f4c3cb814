"""Deliveries under way and cases in the archive: a code, a parcel, a public notice, a consent, four packages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from yichuang.acts.act import On
from yichuang.acts.archive.hold import Hold, hold_archive
from yichuang.acts.archive.pack import pack_all
from yichuang.acts.archive.propose_disposal import DisposalProposal, propose_disposal
from yichuang.acts.archive.register import Registration, register_archive
from yichuang.acts.context import Context
from yichuang.acts.delivery.agree_electronic import ElectronicConsent, agree_electronic
from yichuang.acts.delivery.announce import Announcement, announce
from yichuang.acts.delivery.call_pickup import PickupCall, call_pickup
from yichuang.acts.delivery.post import Posting, post_result
from yichuang.acts.papers.make import make_documents
from yichuang.faces.terminal.demo.delivered.carried import build_carried
from yichuang.records.cases.models import Case, CaseState
from yichuang.records.delivery.couriers import courier
from yichuang.records.ids import new_id
from yichuang.records.org.directory import Directory, directory
from yichuang.records.org.models import Role
from yichuang.rules.officers import Officer

_HOME = "990100"
_ZONE = ZoneInfo("Asia/Shanghai")
_ARCHIVED = 4


def build_delivered(now: datetime) -> None:
    """Put one delivery of each kind under way, and the oldest closed cases into the archive."""
    place = directory()
    clerk = Context(_holder(place, Role.WINDOW_CLERK, now), now, place)
    waiting = _numbers(CaseState.ISSUED)
    for no in _some(waiting, 2):
        call_pickup(PickupCall(On(no)), _keyed(clerk))
    for no in _some(waiting, 1):
        asked, receiver = courier(), "见送达地址确认书"
        name, waybill = (asked.name, asked.book(no, receiver, "嘉宁市")) if asked else ("邮政速递", f"EX{no[-6:]}CN")
        post_result(Posting(On(no), receiver, "嘉宁市安岭区滨河路 18 号", name, waybill), _keyed(clerk))
    for no in _some(_numbers(CaseState.DECIDED, outcome="denied"), 1):
        announce(Announcement(On(no), "unknown", "登记住所已搬离，电话停机，社区证明去向不明"), _keyed(clerk))
    for no in _some(_numbers(CaseState.REVIEWING, owner__username="resident"), 1):
        agree_electronic(ElectronicConsent(On(no)), _keyed(clerk))
    build_carried(_HOME, clerk, Context(_holder(place, Role.CHIEF_REPRESENTATIVE, now), now, place), _keyed)
    _archive(Context(_holder(place, Role.CENTRE_MANAGER, now), now, place))


def _archive(ctx: Context) -> None:
    closed = _numbers(CaseState.CLOSED)
    done = list(_some(closed, _ARCHIVED))
    for no in done:
        make_documents(_HOME, no, ctx)
        register_archive(Registration(On(no)), _keyed(ctx))
    pack_all(done, ctx, [])
    for no in done[:1]:
        hold_archive(Hold(On(no), True, "行政复议正在审理，调阅中"), _keyed(ctx))
    withdrawn = [no for no in _numbers(CaseState.CLOSED, outcome="withdrawn") if no not in done]
    for no in withdrawn[:1]:
        wish = DisposalProposal(_HOME, "erase", (no,), "申请人撤回后要求删除个人信息，没有归档价值")
        propose_disposal(wish, _keyed(ctx))


def _numbers(state: str, **more: str) -> Iterator[str]:
    rows = Case.objects.filter(region_code=_HOME, state=state, **more).order_by("submitted_at", "id")
    return iter(list(rows.values_list("no", flat=True)[:20]))


def _some(numbers: Iterator[str], count: int) -> Iterator[str]:
    for _ in range(count):
        no = next(numbers, "")
        if no:
            yield no


def _holder(place: Directory, role: str, now: datetime) -> Officer:
    """Return somebody who holds the post at home."""
    for user_id, posts in place.postings.items():
        if any(post.role == role and post.centre_id == place.centres[_HOME].id for post in posts):
            return place.officer(user_id, now.astimezone(_ZONE).date())
    raise LookupError(role)


def _keyed(ctx: Context) -> Context:
    return replace(ctx, key=new_id().hex)
