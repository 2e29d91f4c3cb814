"""What law cases ask of special steps that no law asks for (非法定特殊环节)."""

from __future__ import annotations

from typing import Any

from yichuang.faces.common.wording.refusals import SENTENCES
from yichuang.rules.clockwork.pauses import kind_of
from yichuang.rules.steps.discretionary import Step, may_propose, may_settle, may_stop
from yichuang.rules.verdict import Verdict

_OFFICES = {"审改办": "reform", "效能办": "efficiency"}


def step(example: Any) -> dict[str, Any]:
    """Whether the step may be asked for, approved, and stop the clock."""
    given, norms = example.given, example.norms
    kind, lawful = kind_of(given["环节"]) or "", {kind_of(word) or "" for word in given.get("依法需要的", ())}
    wish = Step(kind, given["起"], given["止"])
    asked = may_propose(
        wish, lawful=lawful, pending=False, due_on=given["到期日"], today=given["今天"], norms=norms
    )  # fmt: skip
    heard = {_OFFICES[name] for name in given.get("会同", ())}
    found = {"报审": _told(asked), "停表": _told(may_stop(kind, lawful, norms)), "依据": asked.basis}
    if asked.allowed:
        found["审定"] = _told(may_settle({"centre_manager"}, heard, agree=True, norms=norms))
    return found


def _told(verdict: Verdict) -> str:
    return "是" if verdict.allowed else SENTENCES[verdict.code][0].format_map(verdict.facts)


STEPS_ASKED = {"特殊环节": step}
