"""What comes after the acceptance (受理以后): each further act of the window, or in words why not yet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from yichuang.acts.act import On, norms_of
from yichuang.acts.context import Context
from yichuang.acts.decision.close import Closing, close, leaves_nothing
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.delivery.call_pickup import PickupCall, call_pickup
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.passing.check_at_window import WindowCheck, check_at_window
from yichuang.faces.window.moves import ANY_REASON, Move, ask
from yichuang.records.cases.models import CaseOutcome, CaseState
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import CaseKind
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.staff.at_window import ended_at_window
from yichuang.rules.transitions import find


def next_steps(case: CaseFile, ctx: Context) -> tuple[Move, ...]:
    """Return the acts that the state of the case knows; the first that can be done is the obvious one."""
    on, department = On(case.no), ctx.directory.departments[case.department_id].short_name
    every = (
        (decide, Decision(on, True, "", ANY_REASON), Move("decide", "当场决定…")),
        (issue, Issue(on), Move("issue", "制证")),
        (deliver, HandOver(on, ANY_REASON), Move("deliver", "送达…")),
        (call_pickup, PickupCall(on), Move("delivery", "取件码、邮寄等其他送达…")),
        (close, Closing(on), Move("close", "办结")),
        (check_at_window, WindowCheck(on, True, ANY_REASON), Move("check", "窗口审查…")),
        (route, Routing(on), Move("route", f"转办 {department}")),
        (withdraw, Withdrawal(on), Move("withdraw", "申请人撤回…")),
    )
    known = [row for row in every if find(row[0].verb, case.state, case.kind) and _concerns(row[0], case)]
    asked = [replace(move, refused=ask(lambda a=a, w=w: a.judged(case, w, ctx), ctx)[0]) for a, w, move in known]
    first = next((move.do for move in asked if not move.refused and move.do in _obvious(case)), "")
    return tuple(replace(move, css="" if move.do == first else "sec") for move in asked)


def _concerns(act: Any, case: CaseFile) -> bool:
    """Say whether the act is worth a button: what has to be handed over is not simply closed (办结).

    The window reviews by itself only what the place and item let it.
    """
    if act is close:
        return leaves_nothing(case)
    if act is issue:
        return case.outcome not in (CaseOutcome.FILED, CaseOutcome.NOT_FILED)
    if act in (deliver, call_pickup):
        return case.state != CaseState.CLOSED  # later decisions are delivered from a panel of their own
    if act is not check_at_window:
        return True
    version = version_of(case.item_version_id)
    formal, special = bool(version.review_rules.get("formal_only")), bool(version.special_procedures)
    return ended_at_window(formal_only=formal, special_procedures=special, norms=norms_of(case)).allowed


def _obvious(case: CaseFile) -> tuple[str, ...]:
    """Return the acts that may stand in front: an instant case is decided, not handed over."""
    usual = ("decide", "issue", "deliver", "close")
    return usual if case.kind == CaseKind.INSTANT else (*usual, "route")
