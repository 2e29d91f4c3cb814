"""审查: the reviewer checks the substance and writes an opinion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import close_stage, open_stage
from yichuang.acts.joint.settling import settled
from yichuang.records.cases.models import CaseState, Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Review:
    """The reviewer's conclusion (同意 / 不同意), opinion, and the ticked review points."""

    on: On
    agree: bool
    opinion: str
    checks: Sequence[Mapping[str, Any]] = ()


@case_act(verb="case.reviewed")
def review(case: CaseFile, wish: Review, ctx: Context) -> Work:
    """Close the review; the case goes on to verification where the item has that stage, else to decision.

    In a joint case it waits until every co-department has concluded.

    Basis: XKF-34.1, XKF-26.2, S3-审查工作细则
    """
    stage = case.stage(StageKind.REVIEW)
    if stage is None:
        raise Refused("no_open_stage", "XKF-34.1")
    if not wish.opinion.strip():
        raise Refused("opinion_missing", "XKF-34.1")
    parts = settled(case, ctx)
    verify = any(row.get("kind") == StageKind.VERIFICATION.value for row in version_of(case.item_version_id).stages)
    kind, state = (StageKind.VERIFICATION, CaseState.VERIFYING) if verify else (StageKind.DECISION, CaseState.DECIDING)
    conclusion = Conclusion.AGREE if wish.agree else Conclusion.DISAGREE
    return Work(
        state=state.value,
        set={"handler_id": None},
        change=(
            close_stage(stage, conclusion.value, ctx, opinion=wish.opinion, checks=[dict(c) for c in wish.checks]),
            *parts.change,
        ),
        papers=parts.papers,
        add=(open_stage(case, kind.value, ctx),),
    )
