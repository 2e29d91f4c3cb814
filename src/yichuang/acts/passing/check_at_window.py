"""窗口审查: an item with only formal review is reviewed at the window; a second person there checks and signs."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import open_stage
from yichuang.records.cases.models import Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.staff import at_window
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class WindowCheck:
    """What the reviewer at the window found (审)."""

    on: On
    agree: bool
    opinion: str


@case_act(verb="case.checked_at_window")
def check_at_window(case: CaseFile, wish: WindowCheck, ctx: Context) -> Work:
    """Put the window's review on record and send the case to the check (核) by somebody else.

    Basis: S1-三2, S1-一审一核
    """
    version = version_of(case.item_version_id)
    at_window.ended_at_window(
        formal_only=bool(version.review_rules.get("formal_only")),
        special_procedures=bool(version.special_procedures),
        norms=norms_of(case),
    ).raise_if_refused()
    if not wish.opinion.strip():
        raise Refused("opinion_missing", "S1-三2")
    conclusion = (Conclusion.AGREE if wish.agree else Conclusion.DISAGREE).value
    done = {"assignee_id": ctx.officer.user_id, "done_at": ctx.at, "conclusion": conclusion, "opinion": wish.opinion}
    return Work(
        set={"handler_id": None},
        add=(
            open_stage(case, StageKind.REVIEW.value, ctx, **done),
            open_stage(case, StageKind.DECISION.value, ctx),
        ),
    )
