"""Split a stage in two, so that the person who reviews and the person who verifies differ (一审一核)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Stage = Mapping[str, Any]


def split_verification(stages: Sequence[Stage], extra: Stage) -> list[dict[str, Any]]:
    """Return the stages with a verification (核准) taken out of the days of the named stage."""
    found: list[dict[str, Any]] = []
    for stage in stages:
        if stage["name"] != extra["from"]:
            found.append(dict(stage))
            continue
        found.append({**stage, "days": stage["days"] - extra["days"]})
        own = {name: extra[name] for name in ("name", "days", "post", "duties")}
        found.append({**stage, **own, "kind": "verification"})
    return [{**stage, "key": f"s{number}"} for number, stage in enumerate(found, 1)]
