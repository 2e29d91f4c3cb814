"""Whether a case can be handed over at all, asked before anybody says to whom (可否移交)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from yichuang.acts.context import Context
from yichuang.faces.common.sentences import refusal
from yichuang.law.book import book
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


def receivers(
    people: Collection[tuple[UUID, str]], cases: Collection[Case], request: HttpRequest
) -> list[tuple[UUID, str]]:
    """Return who of these could take up at least one of the cases, and doesn't handle it already."""
    return [(user, words) for user, words in people if any(_could_take(user, case, request) for case in cases)]


def _could_take(user: UUID, case: Case, request: HttpRequest) -> bool:
    there = request.directory.officer(user, request.today)
    place = CasePlace(case.region_code, case.department_id, item_id=case.item_id)
    norms = book().norms(case.profile, request.today)
    return user != case.handler_id and permissions.may_take(case.state, there, place, norms).allowed
