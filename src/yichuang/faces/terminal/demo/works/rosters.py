"""任岗建账: each centre puts its postings into its book, so that the examination compares later changes with it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from yichuang.acts.context import Context
from yichuang.acts.staffing.open_roster import RosterOpening, open_roster
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory, forget
from yichuang.records.org.models import Posting, Role

_ZONE = ZoneInfo("Asia/Shanghai")


def open_rosters(now: datetime) -> None:
    """Let the director of each centre open the roster."""
    found = Posting.objects.filter(role=Role.CENTRE_MANAGER).values_list("centre__region__code", "user")
    for region, manager in dict(found).items():
        forget()
        place = directory()
        ctx = Context(place.officer(manager, now.astimezone(_ZONE).date()), now, place, new_id().hex)
        open_roster(RosterOpening(region), ctx)
    forget()
