"""Whether the lead may go on (汇总): every co-department has concluded, or silence has concluded for it."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.joint.default_part import defaults, has_lapsed
from yichuang.acts.joint.parts import open_parts
from yichuang.acts.papers.paper import Paper
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.joint.conclusions import may_grant
from yichuang.rules.joint.rounds import may_conclude_all
from yichuang.rules.verdict import Refused

_SAID = (StageKind.CO_REVIEW.value, StageKind.PART_REPORT.value)


@dataclass(frozen=True, slots=True)
class Settled:
    """What the lead's step records along with itself: parts that had lapsed and were not yet recorded."""

    change: tuple[Change, ...] = ()
    papers: tuple[Paper, ...] = ()


def settled(case: CaseFile, ctx: Context) -> Settled:
    """Return what is to be recorded before the lead goes on. Raises Refused while a co-department has still to answer.

    A sweep that did not run changes nothing: what silence has brought about stands already.
    Basis: XKF-26.2, S0h-二(一)1.2, S0h-二(三)1
    """
    parts = open_parts(case)
    if not parts:
        return Settled()
    waiting = [part for part in parts if not has_lapsed(case, part, ctx)]
    if waiting:
        names = tuple(ctx.directory.departments[part.department_id].short_name for part in waiting)
        raise Refused("parts_open", "XKF-26.2", {"departments": names})
    return Settled(*defaults(case, parts, ctx))


def conclusions_now(case: CaseFile) -> dict[object, str]:
    """Return the latest conclusion of each co-department; of one that reported upwards the reply, once it is there."""
    return {part.department_id: part.conclusion for part in case.stages if part.kind in _SAID and part.done}


def replied(case: CaseFile, ctx: Context) -> None:
    """Refuse a decision while a co-department's 同意上报 waits for the higher body. Raises Refused.

    Basis: S0h-二(二)1, XKF-26.2
    """
    waiting = [stage for stage in case.stages if stage.kind == StageKind.PART_REPORT and not stage.done]
    if waiting:
        names = [ctx.directory.departments[stage.department_id].short_name for stage in waiting]
        may_conclude_all(names, norms_of(case).basis("decision_conclusions")).raise_if_refused()


def answered(case: CaseFile, answer: str) -> None:
    """Refuse a grant that passes over a co-department's objection in silence. Raises Refused.

    Basis: XKF-26.2, S0h-二(二)1
    """
    given = frozenset(conclusions_now(case).values())
    if given:
        may_grant(given, answer, norms_of(case).basis("decision_conclusions")).raise_if_refused()
