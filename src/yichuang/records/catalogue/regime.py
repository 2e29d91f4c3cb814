"""What the licence law asks of an item besides the ordinary course (特别规定): kept in its review rules.

`review_rules["regime"]`: {"interested": true, "hearing": true, "safety": true, "domain": "…", "quota": 3,
"substance": true, "inspections": ["inspection"], "photos": true, "assigned": true,
"major": true}.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Regime:
    """The special rules of an item version; `domain` names the licence that a ban is about."""

    interested: bool = False
    hearing: bool = False
    safety: bool = False
    substance: bool = False
    photos: bool = False
    assigned: bool = False  # 统一指派，出证后副本归档
    inspections: tuple[str, ...] = ()
    quota: int | None = None
    domain: str = ""
    major: bool = False  # 重大项目


def regime_of(version: Any) -> Regime:
    """Return the special rules of an item version."""
    told = version.review_rules.get("regime") or {}
    return Regime(
        interested=bool(told.get("interested")),
        hearing=bool(told.get("hearing")),
        safety=bool(told.get("safety")),
        substance=bool(told.get("substance")),
        photos=bool(told.get("photos")),
        assigned=bool(told.get("assigned")),
        inspections=tuple(str(kind) for kind in told.get("inspections", ())),
        quota=int(told["quota"]) if told.get("quota") else None,
        domain=str(told.get("domain") or version.item.code),
        major=bool(told.get("major")),
    )
