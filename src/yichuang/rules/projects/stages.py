"""The stages of an investment project (投资项目阶段): which there are, who leads each, which may come next."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from yichuang.rules.norms import Norms
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

_BY_NATURE = "by_nature"


@dataclass(frozen=True, slots=True)
class PlannedStage:
    """One stage of a template (阶段模板): who leads it, what may run beside it, whether a pre-review is encouraged."""

    key: str
    position: int
    lead: str
    basis: str
    parallel: bool = False
    prereview: bool = False


@dataclass(frozen=True, slots=True)
class StageStanding:
    """Where one stage of a project stands."""

    key: str
    position: int
    finished: bool
    parallel: bool = False
    basis: str = "S4-二(四).4"


def template(norms: Norms, nature: str) -> tuple[PlannedStage, ...]:
    """Return the stages of a project of that nature, each with its lead (牵头部门).

    Raises: NotInForce where nothing is written for the jurisdiction.
    Basis: S4-二(四).4, S0h-二(三)3.1, S0h-三.3
    """
    parallel = _words(norms, "project_parallel_stages")
    prereview = _words(norms, "project_prereview_stages")
    return tuple(
        PlannedStage(
            key, position, _lead(norms, key, nature), norms.basis(f"project_lead_{key}"), key in parallel,
            key in prereview,
        )
        for position, key in enumerate(norms.choices("project_stages"), 1)
    )  # fmt: skip


def natures(norms: Norms) -> tuple[str, ...]:
    """Return the natures (项目性质) that decide who leads; none where the leads do not hang on it.

    Basis: S4-二(四).4
    """
    return _words(norms, "project_natures")


def may_register(norms: Norms, nature: str) -> Verdict:
    """Say whether a project of that nature can be registered: there is a template, and the nature is known to it.

    Basis: S4-二(四).4
    """
    stages = norms.get("project_stages")
    if stages is None:
        return refuse("no_stage_template", "S4-二(四).4")
    known = natures(norms)
    if known and nature not in known:
        return refuse("nature_unknown", norms.basis("project_natures"))
    return ALLOWED


def may_work(stages: Sequence[StageStanding], key: str) -> Verdict:
    """Say whether a stage may be worked on: all before it are finished, those beside it may still run.

    Basis: S4-二(四).4, S0h-二(三)3.2
    """
    stage = next((one for one in stages if one.key == key), None)
    if stage is None:
        return refuse("stage_unknown", "S4-二(四).4")
    if stage.finished:
        return refuse("stage_finished", stage.basis, stage=key)
    missing = [
        one.key for one in stages if one.position < stage.position and not one.finished and not _beside(one, stage)
    ]
    return refuse("stage_before_open", stage.basis, stage=key, missing=tuple(missing)) if missing else ALLOWED


def may_finish(stages: Sequence[StageStanding], key: str, outcomes: Collection[tuple[bool, str]]) -> Verdict:
    """Say whether a stage is finished: it was its turn, nothing in it is open, and something was granted.

    `outcomes` are, for each case of the stage, whether it leads and how it ended ("" while it runs).
    Basis: S0h-二(三)3.2, S4-二(四).4
    """
    turn, basis = may_work(stages, key), next((one.basis for one in stages if one.key == key), "S4-二(四).4")
    if not turn.allowed:
        return turn
    if any(not outcome for _, outcome in outcomes):
        return refuse("stage_cases_open", basis, stage=key)
    if not any(leads and outcome == "granted" for leads, outcome in outcomes):
        return refuse("stage_not_granted", basis, stage=key)
    return ALLOWED


def current(stages: Sequence[StageStanding]) -> tuple[str, ...]:
    """Return the stages that may be worked on now; several where they run beside each other.

    Basis: S4-二(四).4
    """
    return tuple(stage.key for stage in stages if may_work(stages, stage.key).allowed)


def following(stages: Sequence[StageStanding], key: str) -> tuple[str, ...]:
    """Return what may be worked on once the stage is finished (下一阶段).

    Basis: S0h-二(三)3.2
    """
    after = [
        StageStanding(one.key, one.position, one.finished or one.key == key, one.parallel, one.basis) for one in stages
    ]  # fmt: skip
    return current(after)


def _beside(one: StageStanding, other: StageStanding) -> bool:
    return one.parallel and other.parallel


def _lead(norms: Norms, key: str, nature: str) -> str:
    lead = norms.choice(f"project_lead_{key}")
    return nature if lead == _BY_NATURE else lead


def _words(norms: Norms, name: str) -> tuple[str, ...]:
    return norms.choices(name) if norms.get(name) else ()
