"""容缺补齐: the applicant hands in what was outstanding; the window checks it. With all of it checked, it is over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.handling.stages import close_stage
from yichuang.records.cases.access import place_of
from yichuang.records.cases.models import Conclusion, Material, MaterialVerdict, StageKind
from yichuang.records.cases.reading import CaseFile, MaterialView
from yichuang.rules.permissions import WINDOW, is_own
from yichuang.rules.tolerance import deferring
from yichuang.rules.verdict import Refused

HANDED_IN = "已补交，待窗口核对"  # stands in `defect` of a deferred material


@dataclass(frozen=True, slots=True)
class Completion:
    """New files by material key; `checked` are materials that the window has seen and found in order."""

    on: On
    files: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    checked: frozenset[str] = frozenset()


@case_act(verb="case.tolerance_completed", materials=True)
def complete_tolerance(case: CaseFile, wish: Completion, ctx: Context) -> Work:
    """Take in what was outstanding, as a whole or in part. What came in time may be checked after the day.

    Basis: S0f-3.1, S0f-4.1
    """
    waiting = [m for m in case.materials if m.verdict == MaterialVerdict.DEFERRED]
    window = _at_window(case, ctx)
    given = [m for m in waiting if wish.files.get(m.key) or (window and m.key in wish.checked)]
    in_time = window and all(m.defect and not wish.files.get(m.key) for m in given)
    deferring.may_complete(
        until=case.tolerance_by, in_time=in_time, today=ctx.today, norms=norms_of(case)
    ).raise_if_refused()
    if not given:
        raise Refused("tolerance_nothing", "S0f-3.1")
    done = window and len(given) == len(waiting)
    stage = case.stage(StageKind.RECOVERY)
    return Work(
        set={"tolerance_by": None} if done else {},
        change=(
            *(Change(Material, m.id, _columns(m, wish, window=window)) for m in given),
            *((close_stage(stage, Conclusion.DISAGREE.value, ctx),) if stage and done else ()),
        ),
        facts={"complete": done},
        payload={"materials": [m.name for m in given]},
    )


def _at_window(case: CaseFile, ctx: Context) -> bool:
    """Say whether the window itself acts: who applies does not check his own papers."""
    own = is_own(ctx.officer, place_of(case))
    return not own and ctx.officer.grant(WINDOW, region_code=case.region_code) is not None


def _columns(material: MaterialView, wish: Completion, *, window: bool) -> dict[str, Any]:
    seen = {"verdict": MaterialVerdict.OK.value, "defect": ""} if window else {"defect": HANDED_IN}
    files = wish.files.get(material.key)
    return seen | ({"files": [dict(row) for row in files]} if files else {})
