"""What law cases ask about who may do an act of a case (由谁办理): the lead, the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from yichuang.faces.common.wording.refusals import SENTENCES
from yichuang.law.book import book
from yichuang.rules.fees.charging import FeeScheme, in_time, payment_term, unpaid_effect
from yichuang.rules.hearing.gates import Asked, Step, parties_heard
from yichuang.rules.hearing.hearings import request_by
from yichuang.rules.joint.stopping import may_stop
from yichuang.rules.officers import Grant
from yichuang.rules.periods import end_of
from yichuang.rules.staff.at_window import may_use
from yichuang.rules.verdict import Verdict

ROLES = {"窗口人员": "window_clerk", "首席代表": "chief_representative", "审查人": "reviewer", "负责人": "agency_head"}


def said(verdict: Verdict) -> dict[str, Any]:
    if verdict.allowed:
        return {"准许": "是"}
    return {"准许": "否", "原因": SENTENCES[verdict.code][0].format_map(verdict.facts), "依据": verdict.basis}


def stopping(example: Any) -> Verdict:
    lead = example.given["部门"] == "主办"
    return may_stop("case.paused", lead=lead, joint=example.yes("联办"), norms=example.norms)


def delivering(example: Any) -> Verdict:
    grant = Grant(UUID(int=1), ROLES[example.given["岗位"]], "990100")
    return may_use("case.delivered", grant, frozenset({"delivery"}), example.norms)


_ACTS: Mapping[str, Callable[[Any], Verdict]] = {"中止": stopping, "送达": delivering}


def by_whom(example: Any) -> dict[str, Any]:
    """由谁办理: whether who stands there may do the act."""
    return said(_ACTS[example.given["行为"]](example))


def waiting(example: Any) -> dict[str, Any]:
    """等听证: whether the decision still waits for who may ask for a hearing."""
    given, calendar = example.given, book().calendar(example.profile)
    until = request_by(given["告知"], example.norms, calendar)
    step = Step(example.yes("陈述"), until, waived="利害关系人" in given["放弃"])
    asked = Asked(waived="申请人" in given["放弃"])
    return said(parties_heard([step], example.norms, given["今天"], flagged=True, asked=asked))


def paying(example: Any) -> dict[str, Any]:
    """缴费: whether a payment made on that day still counts."""
    given, scheme = example.given, FeeScheme()
    term = payment_term(scheme, example.norms)
    until = end_of(given["告知"], term, book().calendar(example.profile)) if term else None
    verdict = in_time(pay_by=until, paid_on=given["缴费"], effect=unpaid_effect(scheme, example.norms))
    return {"最迟": until, **said(verdict)}


PROCEDURE: dict[str, Callable[[Any], dict[str, Any]]] = {"由谁办理": by_whom, "等听证": waiting, "缴费": paying}
