"""What law cases ask about levels: until when each level has time (层级), and who is eligible (资格)."""

from __future__ import annotations

from datetime import date
from typing import Any

from yichuang.faces.common.wording.levels import SENTENCES
from yichuang.law.book import book
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.levels.delegation import Delegation, may_stand
from yichuang.rules.levels.due import step_due
from yichuang.rules.levels.eligibility import conditions_of, may_apply
from yichuang.rules.levels.route import way_of
from yichuang.rules.verdict import Verdict

_STEPS = {"初审": 0, "转报": 1, "审查": 2}
_KINDS = {"委托": "entrusted", "授权": "devolved"}


def level(example: Any) -> dict[str, Any]:
    """层级: the last day of a step; 份额 is the lower level's share in working days."""
    given, norms = example.given, example.norms
    stages = [
        {"kind": "lower_review", "at": "lower", "days": given.get("份额")},
        {"kind": "forwarding"},
        {"kind": "review", "at": "upper"},
    ]
    since = given.get("接收") or given["受理"]
    due = step_due(
        way_of(stages), _STEPS[given["环节"]], since=since, today=given.get("今天", since),
        overall=given.get("全程"), norms=norms, calendar=book().calendar(example.profile), facts=_stops(given),
    )  # fmt: skip
    return {"期满": due.on if due else None}


def _stops(given: Any) -> list[ClockFact]:
    """Return the pauses of an example as facts: "2026-03-04..2026-03-06", or "2026-03-04.." while it lasts."""
    facts = []
    for span in given.get("中止", ()):
        first, _, last = span.partition("..")
        facts.append(ClockFact(FactKind.PAUSED, date.fromisoformat(first), "hearing"))
        facts += [ClockFact(FactKind.RESUMED, date.fromisoformat(last), "hearing")] if last else []
    return facts


def eligible(example: Any) -> dict[str, Any]:
    """资格: whether somebody born then, living there, may apply on that day."""
    given = example.given
    rows: list[dict[str, Any]] = []
    if "年龄" in given:
        low, high = (int(part) for part in given["年龄"].split(".."))
        rows.append(
            {"kind": "age", "words": given["年龄"], "from_age": low, "through_age": high, "basis": example.basis}
        )
    if "范围" in given:
        rows.append(
            {
                "kind": "place", "words": "在本州范围内", "fields": ["户籍", "单位"], "within": str(given["范围"]),
                "basis": example.basis,
            }
        )  # fmt: skip
    told = {name: str(given.get(name, "")) for name in ("户籍", "单位")}
    return _said(may_apply(conditions_of(rows), told=told, born=given.get("出生"), on=given["申请"]))


def entrusted(example: Any) -> dict[str, Any]:
    """委托: whether the department may act under the delegation."""
    given = example.given
    held = Delegation(_KINDS[given["方式"]], given.get("机关", ""), given.get("协议", ""))
    return _said(may_stand(held, on=given["今天"]))


def _said(verdict: Verdict) -> dict[str, Any]:
    if verdict.allowed:
        return {"准许": "是"}
    facts = {name: str(value) for name, value in verdict.facts.items()}
    return {"准许": "否", "原因": SENTENCES[verdict.code][0].format(**facts), "依据": verdict.basis}


LEVEL_QUESTIONS = {"层级": level, "资格": eligible, "委托": entrusted}
