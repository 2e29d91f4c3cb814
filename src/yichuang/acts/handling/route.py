"""转办: the accepted application goes to the department that reviews it."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import open_stage
from yichuang.acts.joint.parts import new_parts
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile


@dataclass(frozen=True, slots=True)
class Routing:
    """Which case goes to its department."""

    on: On


@case_act(verb="case.routed")
def route(case: CaseFile, wish: Routing, ctx: Context) -> Work:
    """Open the review stage at the department of the case.

    Basis: XKF-34.1, XKF-26.2, S0b-11, S0h-二(一)1.2
    """
    return Work(add=(open_stage(case, StageKind.REVIEW.value, ctx), *new_parts(case, ctx)))
