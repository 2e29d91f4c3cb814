"""What sample centres are shown for (各地做法): 泉州 takes one paper later; 平凉 has a B post at the window."""

from __future__ import annotations

from datetime import datetime

from yichuang.faces.terminal.demo.answers import answers
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.people import company
from yichuang.faces.terminal.demo.special.lives import SpecialLife
from yichuang.records.catalogue.models import Item
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Posting, Role, User

_QUANZHOU = "350500"


def build_local_ways(now: datetime, place: Directory, served: int) -> int:
    """Play them; return the number of cases."""
    item = Item.objects.get(region_code=_QUANZHOU)
    version = version_of(item.versions.order_by("-number").values_list("id", flat=True)[0])
    days = Days(now, place.calendar(place.profile(item.department_id)), served=served)
    life = SpecialLife(version, company(3), days, place, answers(version, company(3), days.today))
    life.submitted(5, "window").expedited(5).tolerated(4).routed(4).claimed(3)
    return 1


def build_b_post(prefix: str = "pl") -> None:
    """Let the reviewer stand by for the one clerk at the window, who is the only one there (AB岗)."""
    clerk = Posting.objects.get(user__username=f"{prefix}-clerk", role=Role.WINDOW_CLERK)
    beside = User.objects.get(username=f"{prefix}-reviewer")
    Posting(
        user=beside,
        role=Role.WINDOW_CLERK,
        centre=clerk.centre,
        window=clerk.window,
        starts_on=clerk.starts_on,
        is_b=True,
    ).save()
