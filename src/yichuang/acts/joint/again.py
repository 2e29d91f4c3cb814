"""再次征求协办意见: the lead asks a co-department once more, without a meeting; what it said before stays on record."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.joint.parts import new_part, open_parts
from yichuang.records.cases.models import Effect, StageKind
from yichuang.records.cases.reading import CaseFile, StageView
from yichuang.rules.joint.rounds import may_ask_again

_OWN_WORDS = (Effect.GIVEN.value, Effect.STANDS.value)
_SAID = (StageKind.CO_REVIEW.value, StageKind.PART_REPORT.value)


@dataclass(frozen=True, slots=True)
class AskAgain:
    """Which department, and why: what was corrected, what it is to look at again."""

    on: On
    department: UUID
    reason: str


@case_act(verb="case.part_asked_again")
def ask_again(case: CaseFile, wish: AskAgain, ctx: Context) -> Work:
    """Open another part of the department with a clock of its own: from today, or from the pick-up in time.

    Basis: S0h-二(三)3, S0h-二(一)1.2, XKF-26.2
    """
    found = ctx.directory.departments.get(wish.department)
    own = [stage for stage in case.stages if stage.department_id == wish.department and stage.kind in _SAID]
    may_ask_again(
        found.short_name if found else "",
        waits=any(part.department_id == wish.department for part in open_parts(case)),
        answered=any(stage.done for stage in own),
        reported=any(stage.kind == StageKind.PART_REPORT and not stage.done for stage in own),
        reason=wish.reason,
    ).raise_if_refused()
    asked = {"asked_by_id": ctx.officer.user_id, "question": wish.reason.strip()}
    row = new_part(case, wish.department, ctx, since=ctx.today, **asked)
    return Work(add=(row,), facts={"part": row.values["id"]}, payload={"reason": wish.reason})


def said_before(case: CaseFile, part: StageView) -> StageView | None:
    """Return what the department concluded itself in an earlier round: its silence now does not undo that.

    Silence agrees for a department that never answered; one that did has answered.
    Basis: S0h-二(三)1
    """
    own = (s for s in case.stages if s.department_id == part.department_id and s.kind in _SAID and s.done)
    return next((s for s in reversed(list(own)) if s.conclusion and s.effect in _OWN_WORDS), None)
