"""Whether a case can be handed over at all, asked before anybody says to whom (可否移交)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from yichuang.acts.context import Context
from yichuang.faces.common.sentences import refusal
from yichuang.records.cases.access import place_of
from yichuang.records.cases.models import Case
from yichuang.records.cases.reading import CaseFile
from yichuang.rules import permissions, transitions
from yichuang.rules.permissions import CasePlace
from yichuang.rules.staff.passing_on import may_give
from yichuang.rules.verdict import Refused


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


def why_not_given(case: Case, request: HttpRequest) -> str:
    """Return why the officer can't hand a case of a list over, "" when he can."""
    place = CasePlace(case.region_code, case.department_id, item_id=case.item_id, handler_id=case.handler_id)
    verdicts = (
        transitions.may(Giving.verb, case.state, kind=case.kind, paused=case.paused),
        permissions.may(Giving.verb, request.officer, place),
        may_give(case.handler_id, permissions.acting(Giving.verb, request.officer, place)),
    )
    barred = next((verdict for verdict in verdicts if not verdict.allowed), None)
    return refusal(Refused(barred.code, barred.basis, barred.facts), request.today).what if barred else ""
