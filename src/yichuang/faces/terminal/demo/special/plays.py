"""Cases with outstanding materials, promises, fees, filings and the green channel (特别办理): who plays which."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from yichuang.faces.terminal.demo.answers import answers
from yichuang.faces.terminal.demo.data import guides
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.people import citizen, company
from yichuang.faces.terminal.demo.special import money
from yichuang.faces.terminal.demo.special.lives import SpecialLife
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import Directory
from yichuang.rules.working_days import Calendar

if TYPE_CHECKING:
    from yichuang.faces.terminal.demo.cases import Owners

Made = TypeVar("Made", bound=SpecialLife)
Play = Callable[[SpecialLife], object]
# The guide, who applies (0: who can log in; others come to the window), and what happens.
TOLERATED: tuple[tuple[str, int, Play], ...] = (
    ("qushui", 0, lambda c: c.submitted(3).tolerated(2).routed(2)),
    ("qushui", 0, lambda c: c.submitted(26).tolerated(25).routed(24).expired(1)),
    ("qushui", 0, lambda c: c.submitted(12).tolerated(11).completed(4)),
    ("shuibao", 5, lambda c: _late(c, 31).failed(1, "电话催告两次，申请人表示项目暂缓。")),
    ("daoyun", 7, lambda c: _late(c, 28).failed(0, "多次联系不上申请人。")),
    ("minfei", 9, lambda c: _late(c, 34).failed(2, "发起人之间没有谈妥，材料无法补齐。")),
    ("yanhua-pifa", 8, lambda c: c.submitted(27, "window").tolerated(26).routed(25).claimed(24).expired(0)),
)
_FALSE = "现场设置的位置占用人行盲道，与承诺不符。"
PROMISED: tuple[tuple[str, int, Play], ...] = (
    ("shuibao", 0, lambda c: c.submitted(2).expedited(1).accepted(1).routed(0)),
    ("guanggao", 0, lambda c: c.submitted(1).undertaken(1)),
    ("guanggao", 0, lambda c: c.submitted(4).undertaken(4).accepted(4).decided(4)),
    ("guanggao", 4, lambda c: _trusted(c, 16).checked(6, "横幅悬挂牢固，与所承诺的位置和尺寸一致。")),
    ("guanggao", 6, lambda c: _trusted(c, 19).checked(9, "现场已按期拆除，场地恢复原状。")),
    *(
        ("guanggao", number, lambda c, ago=ago: _promised(c, ago).checked(ago - 4, _FALSE, true=False).revoked(ago - 6))
        for number, ago in ((10, 10), (12, 13), (14, 17))
    ),
    ("guanggao", 8, lambda c: _trusted(c, 12).checked(2, "广告架占用消防通道，与承诺不符。", true=False)),
)
PAID: tuple[tuple[str, int, Play], ...] = (
    ("zhandao", 0, lambda c: c.submitted(2).to_deciding(1).assessed(0)),
    ("zhandao", 0, lambda c: c.submitted(3).to_deciding(2).assessed(2).told_to_pay(2)),
    ("zhandao", 0, lambda c: c.submitted(28).to_deciding(27).assessed(26).told_to_pay(26)),
    ("zhandao", 0, lambda c: c.submitted(4).to_deciding(3).assessed(3).told_to_pay(3).paid(1)),
)
FILED: tuple[tuple[str, int, Play], ...] = (
    ("judu-beian", 0, lambda c: c.submitted(0)),
    ("judu-beian", 0, lambda c: c.submitted(1, "window").concluded(0)),
    ("judu-beian", 0, lambda c: c.submitted(3).concluded(2, "安全评价报告：没有盖章", "应急预案：缺少演练记录")),
    ("judu-beian", 2, lambda c: c.submitted(7, "window").concluded(6)),
    ("judu-beian", 5, lambda c: c.submitted(12, "window").concluded(11)),
    ("judu-beian", 3, lambda c: c.submitted(9, "window").concluded(8, "储存场所平面图：没有标明防护距离")),
    ("judu-beian", 6, lambda c: c.submitted(5, "window").concluded(4, "管理人员名单：没有培训合格证明")),
)


def build_special(now: datetime, place: Directory, owners: Owners) -> int:
    """Play each of them; return how many."""
    plays = (*TOLERATED, *PROMISED, *PAID, *FILED)
    for served, (guide_id, number, play) in enumerate(plays, 1):
        play(_life(SpecialLife, guide_id, number, Days(now, _calendar(guide_id, place), served=served), place, owners))
    for served, (guide_id, number, move) in enumerate(money.PAID, len(plays) + 1):
        days = Days(now, _calendar(guide_id, place), served=served)
        move(_life(money.MoneyLife, guide_id, number, days, place, owners))
    money.build_books(now, place, _version(money.GUIDE))
    return len(plays) + len(money.PAID)


def _calendar(guide_id: str, place: Directory) -> Calendar:
    return place.calendar(place.profile(_version(guide_id).item.department_id))


def _life(  # noqa: PLR0913 - who, when and where
    kind: type[Made], guide_id: str, number: int, days: Days, place: Directory, owners: Owners
) -> Made:
    version = _version(guide_id)
    whole = version.item.for_organisation
    person = company(number) if whole else citizen(number)
    owner = None if number else (owners.company if whole else owners.resident)
    return kind(version, person, days, place, answers(version, person, days.today), owner)


def _late(c: SpecialLife, start: int) -> SpecialLife:
    """Let the day pass until which something might have come."""
    c.submitted(start, "window").tolerated(start - 1).routed(start - 2).claimed(start - 3)
    return c.expired(4)


def _trusted(c: SpecialLife, start: int) -> SpecialLife:
    """Grant on the applicant's word, and hand it over the same week."""
    _promised(c, start).issued(start - 1).delivered(start - 2)
    return c


def _promised(c: SpecialLife, start: int) -> SpecialLife:
    """Grant on the applicant's word."""
    c.submitted(start, "window").undertaken(start).accepted(start).decided(start)
    return c


def _version(guide_id: str) -> ItemVersion:
    item = Item.objects.filter(name=guides()[guide_id]["name"]).earliest("id")  # the city has it first
    return version_of(item.versions.order_by("-number").values_list("id", flat=True)[0])
