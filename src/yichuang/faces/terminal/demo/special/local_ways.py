"""各地做法 of sample centres: 泉州 takes one paper later, 国土厅 proposes extensions, 平凉 has a B post."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from yichuang.faces.terminal.demo.answers import answers
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.people import company
from yichuang.faces.terminal.demo.special.lives import SpecialLife
from yichuang.records.catalogue.models import Item
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Posting, Role, User

_QUANZHOU, _LAND = "350500", "990001"
_PLAYS: tuple[tuple[str, Callable[[SpecialLife], object]], ...] = (
    (_QUANZHOU, lambda c: c.submitted(5, "window").expedited(5).tolerated(4).routed(4).claimed(3)),
    (_LAND, lambda c: c.submitted(8, "window").accepted(8).routed(7).claimed(7).extension_proposed(1)),
    (
        _LAND,
        lambda c: (
            c.submitted(9, "window")
            .accepted(9)
            .routed(8)
            .claimed(8)
            .extension_proposed(3)
            .extended(2, by="deputy_head")
        ),
    ),
    (
        _LAND,
        lambda c: c.submitted(7, "window").accepted(7).routed(6).claimed(6).extension_proposed(4).extension_declined(3),
    ),
)


def build_local_ways(now: datetime, place: Directory, served: int) -> int:
    """Play them; return the number of cases."""
    for number, (region, play) in enumerate(_PLAYS):
        item, person = Item.objects.get(region_code=region), company(3 + number)
        version = version_of(item.versions.order_by("-number").values_list("id", flat=True)[0])
        days = Days(now, place.calendar(place.profile(item.department_id)), served=served + number)
        play(SpecialLife(version, person, days, place, answers(version, person, days.today)))
    return len(_PLAYS)


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
