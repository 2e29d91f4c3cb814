"""转办: the accepted application goes to the department that reviews it."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import open_stage
from yichuang.acts.joint.parts import new_parts
from yichuang.acts.levels.steps import begun
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import CaseKind


@dataclass(frozen=True, slots=True)
class Routing:
    """Which case goes to its department."""

    on: On


@case_act(verb="case.routed")
def route(case: CaseFile, wish: Routing, ctx: Context) -> Work:
    """Open the review at the department of the case, in a joint case a part at each co-department too.

    An upward case (上报件) first goes to the lowest level's review.

    Basis: XKF-34.1, XKF-26.2, S0b-11, S0h-二(一)1.2, XKF-35
    """
    if case.kind == CaseKind.UPWARD:
        return Work(add=(begun(case, ctx),))
    return Work(add=(open_stage(case, StageKind.REVIEW.value, ctx), *new_parts(case, ctx)))
