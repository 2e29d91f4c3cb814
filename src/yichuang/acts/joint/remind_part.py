"""催告规范结论: what a co-department sent is none of the allowed conclusions; the lead asks for a regular one."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.joint.again import said_before
from yichuang.acts.joint.default_part import has_lapsed
from yichuang.acts.joint.parts import open_parts
from yichuang.records.cases.models import Effect, Stage
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Reminder:
    """Which part, and what its department sent instead of a conclusion."""

    on: On
    part: UUID
    sent: str


@case_act(verb="case.part_reminded")
def remind_part(case: CaseFile, wish: Reminder, ctx: Context) -> Work:
    """Mark the part as answered irregularly; not mended by its last day, it counts as agreeing where the norms say so.

    Basis: S0h-二(二)1, S0h-二(三)1
    """
    part = next((part for part in open_parts(case) if part.id == wish.part), None)
    if part is None:
        raise Refused("no_part", "S0h-二(三)1")
    if has_lapsed(case, part, ctx):
        code = "round_lapsed" if said_before(case, part) else "part_lapsed"
        raise Refused(code, norms_of(case).basis("silence_codept"), {"due_on": part.due_on})
    if not wish.sent.strip():
        raise Refused("sent_missing", "S0h-二(二)1")
    row = {"effect": Effect.IRREGULAR.value, "question": wish.sent}
    return Work(change=(Change(Stage, part.id, row),), facts={"part": part.id}, payload={"reason": wish.sent})
