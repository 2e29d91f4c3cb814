"""Questions about people (顶岗): on which days who is there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from yichuang.rules.staff.roster import Leave, Post, Roster

_A, _B, _PLACE = UUID(int=1), UUID(int=2), UUID(int=3)


def standing_in(given: Mapping[str, Any]) -> dict[str, Any]:
    """Tell on which days B holds A's post, around an absence; and what B holds the day before and after."""
    first, last = given["请假起"], given["请假止"]
    since = date(2020, 1, 1)
    posts = (
        Post(UUID(int=11), _A, "window_clerk", "620800", _PLACE, None, since),
        Post(UUID(int=12), _B, "window_clerk", "620800", _PLACE, None, since, is_b=True),
    )
    roster = Roster(posts, (Leave(_A, first, last),))
    span = [first + timedelta(days=n) for n in range(-7, (last - first).days + 8)]
    held = [day for day in span if roster.grants(_B, day)]
    assert all(grant.acting_for == _A for day in held for grant in roster.grants(_B, day))
    return {"顶岗": held, "期满后": "收回" if not roster.grants(_B, last + timedelta(days=1)) else "仍在"}
