"""绿色通道: a leader puts a case on the fast lane. It is tagged, stands first and is followed; no date of law moves."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.approver import approver
from yichuang.acts.context import Context
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Expedition:
    """Why this case goes first (重点项目、特事特办 …)."""

    on: On
    ground: str


@case_act(verb="case.expedited")
def expedite(case: CaseFile, wish: Expedition, ctx: Context) -> Work:
    """Mark the case; ground and approver stay on record.

    Basis: S0f-3.1
    """
    if case.expedited:
        raise Refused("expedited_already", "S0f-3.1")
    if not wish.ground.strip():
        raise Refused("reason_missing", "S0f-3.1")
    by = approver(case, "case.expedited", ctx, None)
    return Work(set={"expedited": True}, facts={"by": by}, payload={"reason": wish.ground.strip()})
