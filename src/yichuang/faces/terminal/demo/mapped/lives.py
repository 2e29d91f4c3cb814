"""Ended cases of the water licence (取水许可): plain ones, corrected, stopped, extended, slow ones (流程图谱)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from yichuang.faces.terminal.demo.answers import answers
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.life import Life
from yichuang.faces.terminal.demo.people import citizen
from yichuang.records.catalogue.models import Item
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import Directory, directory
from yichuang.records.org.models import User

_REGION, _ITEM, _RESIDENT = "990100", "取水许可审批", "resident"
_LIVES: tuple[Callable[[Life], object], ...] = (
    lambda c: c.submitted(64).handled(63, 6).issued(56).delivered(55),
    lambda c: c.submitted(60).handled(60, 5).issued(54).delivered(51),
    lambda c: c.submitted(57).to_correct(56).supplemented(52).handled(51, 7).issued(43).delivered(42),
    lambda c: c.submitted(53).accepted(52).routed(52).claimed(50).paused(48).resumed(43).reviewed(41).verified(40)
    .decided(39).issued(38).delivered(36),
    lambda c: c.submitted(49).accepted(48).routed(48).claimed(44).extended(39).reviewed(37).verified(35).decided(34)
    .issued(33).delivered(33),
    lambda c: c.submitted(46).handled(45, 8).issued(36).delivered(34),
    lambda c: c.submitted(42).to_correct(41).supplemented(40).handled(39, 4).issued(34).delivered(32),
    lambda c: c.submitted(38).handled(38, 7).issued(30).delivered(29),
)  # fmt: skip


def build_mapped(now: datetime) -> int:
    """Let the cases go their ways; return how many there are."""
    place: Directory = directory()
    item = Item.objects.get(region_code=_REGION, name=_ITEM)
    version = version_of(item.versions.order_by("-number").values_list("id", flat=True)[0])
    owner = User.objects.get(username=_RESIDENT).id
    for number, live in enumerate(_LIVES):
        days = Days(now, place.calendar(place.profile(item.department_id)), served=number)
        person = citizen(1 + number)
        live(Life(version, person, days, place, answers(version, person, days.today), owner))
    return len(_LIVES)
