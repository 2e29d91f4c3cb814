"""Supervision (监察): rows of the transition table, and who may do them. No measure moves a case.

Spot checks (双随机抽查) have a chain of their own and no row: whoever was drawn records, which the act judges.
Calls without outcome (叫号无结果) have no case: what is done about them stands in the centre's staff book.
"""

from __future__ import annotations

from .shapes import LEADERS, OFFICE, OPEN, WATCHERS, Right, Transition

_ALL = (*OPEN, "decided", "issued", "closed")

ROWS: tuple[Transition, ...] = (
    Transition("case.urged", "催办", _ALL, "", "S0b-24.2", while_paused=True),
    Transition("case.carded", "发给黄牌、红牌", _ALL, "", "S0b-24.3", while_paused=True),
    Transition("case.measure_answered", "答复监察", _ALL, "", "S0b-24.2", while_paused=True),
    Transition("case.appeal_settled", "复核督办", _ALL, "", "S0b-24.3", while_paused=True),
    Transition("case.alert_cleared", "核销异常", _ALL, "", "XKF-61.2", while_paused=True),
    Transition("case.accounted", "责任追究", _ALL, "", "XKF-72", while_paused=True),
)

_SUPERVISOR = Right(frozenset({"supervisor"}))
_CENTRE = Right(frozenset({"supervisor", "centre_manager"}))
_DRAWN = Right(OFFICE | WATCHERS)
RIGHTS: dict[str, Right] = {
    "case.urged": _CENTRE,
    "case.carded": _SUPERVISOR,
    "case.measure_answered": Right(LEADERS, part=True),
    "case.appeal_settled": _CENTRE,
    "case.alert_cleared": _SUPERVISOR,
    "case.accounted": _SUPERVISOR,
    "call.urged": _CENTRE,
    "call.carded": _SUPERVISOR,
    "call.answered": Right(LEADERS | frozenset({"centre_manager"})),  # who is addressed, the act judges
    "call.appeal_settled": _CENTRE,
    "call.cleared": _SUPERVISOR,
    "call.accounted": _SUPERVISOR,
    "spot_check.announced": _CENTRE,
    "spot_check.drawn": _CENTRE,
    "spot_check.recorded": _DRAWN,
    "spot_check.countersigned": _DRAWN,
    "spot_check.followed": _DRAWN,
    "spot_check.closed": _CENTRE,
}
