"""Special steps that no law asks for, as a timeline tells them (非法定特殊环节)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yichuang.faces.common.dates import bare_day
from yichuang.rules.clockwork.pauses import name_of


def step_words(facts: Mapping[str, Any]) -> str:
    """Return the step, and what the centre said of it with its last day."""
    name = name_of(str(facts.get("step", "")))
    if "ended_on" in facts:
        ended = "不再进行" if facts.get("given_up") else "结束"
        return f"{name}，{bare_day(date.fromisoformat(str(facts['ended_on'])))} {ended}"
    if "agreed" not in facts:
        return name
    if not facts["agreed"]:
        return f"{name}，不同意"
    return f"{name}，同意进行，{bare_day(date.fromisoformat(str(facts['ends'])))} 以前完成，时间计入期限"
