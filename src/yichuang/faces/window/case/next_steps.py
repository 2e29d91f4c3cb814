"""What comes after the acceptance (受理以后): each further act of the window, or in words why not yet."""

from __future__ import annotations

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.decision.close import Closing, close
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.handling.route import Routing, route
from yichuang.faces.window.moves import ANY_REASON, Move, ask
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import CaseKind
from yichuang.rules.transitions import find


def next_steps(case: CaseFile, ctx: Context) -> tuple[Move, ...]:
    """Return the acts that the state of the case knows, the one to do first in front."""
    on, instant = On(case.no), case.kind == CaseKind.INSTANT
    department = ctx.directory.departments[case.department_id].short_name
    every = (
        (decide, Decision(on, True, "", ANY_REASON), Move("decide", "当场决定…")),
        (route, Routing(on), Move("route", f"转办 {department}", css="sec" if instant else "")),
        (issue, Issue(on), Move("issue", "制证")),
        (deliver, HandOver(on, ANY_REASON), Move("deliver", "送达…")),
        (close, Closing(on), Move("close", "办结", css="sec")),
        (withdraw, Withdrawal(on), Move("withdraw", "申请人撤回…", css="sec")),
    )
    known = [row for row in every if find(row[0].verb, case.state, case.kind)]
    return tuple(
        Move(move.do, move.words, move.key, move.css, ask(lambda a=act, w=wish: a.judged(case, w, ctx), ctx)[0])
        for act, wish, move in known
    )
