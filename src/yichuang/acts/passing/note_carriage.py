"""补录递送: from the signed list, when the file really left and arrived, and who took it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import ZONE, Context
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.history import stages_of
from yichuang.records.cases.models import Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.staff.carrying import may_note
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class CarriageNote:
    """The times on the signed list, and who signed for the file."""

    on: On
    left_at: datetime
    came_at: datetime
    receiver: str


@case_act(verb="case.carriage_noted")
def note_carriage(case: CaseFile, wish: CarriageNote, ctx: Context) -> Work:
    """Key the real times in; they count when somebody else has checked them. No clock of the case moves.

    Basis: S4-二(四)2
    """
    stage = carried(case)
    if stage.assignee_id is not None:
        raise Refused("carriage_noted_already", "S4-二(四)2")
    times = (wish.left_at, wish.came_at)
    may_note(times, case.received_on, ctx.at.astimezone(ZONE), wish.receiver).raise_if_refused()
    said = {"left_at": wish.left_at.isoformat(), "came_at": wish.came_at.isoformat()}
    noted = {**stage.particulars, **said, "receiver": wish.receiver.strip()}
    columns = {"particulars": noted, "assignee_id": ctx.officer.user_id, "picked_up_on": _day(wish.came_at)}
    return Work(change=(Change(Stage, stage.id, columns),), facts=said, payload={"receiver": noted["receiver"]})


def carried(case: CaseFile) -> Any:
    """Return the carriage that is open.  Raises: Refused.  Basis: S4-二(四)2"""
    rows: list[Any] = stages_of(case.region_code, case.id) if case.stage(StageKind.BY_HAND) else []
    found = next((row for row in rows if row.kind == StageKind.BY_HAND and row.done_at is None), None)
    if found is None:
        raise Refused("nothing_carried", "S4-二(四)2")
    return found


def _day(at: datetime) -> date:
    return at.astimezone(ZONE).date()
