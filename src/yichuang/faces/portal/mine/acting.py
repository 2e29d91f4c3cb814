"""由某某代办: who acts for the applicant of a case, told to the one and to the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID


def acting_words(case: Any, user_id: UUID | None) -> str:
    """Return 由何静代办, 您代孙玉兰办理, 经办 赵文, or "" where the applicant acts by himself.

    `case` is a row or a file of it: what is looked at is its agent, its owner and its applicant's name.
    """
    agent: Mapping[str, Any] = case.agent or {}
    name = agent.get("name", "")
    if not name:
        return ""
    if "scope" not in agent:
        return f"经办 {name}" if agent.get("relation") == "经办人" else f"由{name}代办"
    if agent.get("ended_on"):
        return f"对{name}的委托已终止"
    proxy = agent.get("user_id", str(case.owner_id))
    return f"您代{case.applicant_name}办理" if str(user_id) == proxy else f"由{name}代办"
