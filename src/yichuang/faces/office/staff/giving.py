"""Whether a case can be handed over at all, asked before anybody says to whom (可否移交)."""

from __future__ import annotations

from typing import Any

from yichuang.acts.context import Context
from yichuang.records.cases.access import place_of
from yichuang.records.cases.reading import CaseFile
from yichuang.rules import permissions, transitions
from yichuang.rules.staff.passing_on import may_give


class Giving:
    """Stands for the act where buttons ask: everything but the receiver is judged."""

    verb = "case.handed_over"

    @staticmethod
    def judged(case: CaseFile, _wish: Any, ctx: Context) -> None:
        """Raise Refused when the case can't be handed over by this officer."""
        place = place_of(case)
        permissions.may(Giving.verb, ctx.officer, place).raise_if_refused()
        transitions.may(Giving.verb, case.state, kind=case.kind, paused=case.paused).raise_if_refused()
        may_give(case.handler_id, permissions.acting(Giving.verb, ctx.officer, place)).raise_if_refused()
