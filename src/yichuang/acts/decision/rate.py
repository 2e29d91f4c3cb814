"""评价: the applicant rates how the case was handled, once (一事一评); a bad rating opens its loop (差评整改)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change, Row
from yichuang.acts.handling.stages import open_stage
from yichuang.acts.rating.frame import served_by
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.feedback.models import Grade, Invitation, Loop, Rating
from yichuang.records.feedback.queries import invitation_in, is_rated
from yichuang.records.ids import new_id
from yichuang.rules.feedback.rating_loop import dates_of_loop
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class RatingWish:
    """Grade 5 (best) to 1, reasons and words; a bad grade needs one of both. An invitation is good once."""

    on: On
    grade: int
    reasons: tuple[str, ...] = ()
    words: str = ""
    channel: str = "web"
    invitation: UUID | None = None


@case_act(verb="case.rated")
def rate(case: CaseFile, wish: RatingWish, ctx: Context) -> Work:
    """Put the rating on record, bound to department, item, clerk and window.

    Raises: Refused (no such grade, bad without a reason, rated already, invitation used or over).

    Basis: YSHJ-50, S0f-2.1
    """
    if wish.grade not in Grade.values:
        raise Refused("grade_unknown", "YSHJ-50")
    bad = wish.grade <= Grade.BAD
    if bad and not (wish.reasons or wish.words.strip()):
        raise Refused("bad_rating_reason", "YSHJ-50")
    if is_rated(case.region_code, case.id):
        raise Refused("rated_already", "YSHJ-50")
    used = _invitation(wish, case, ctx)
    loop, stages = _loop(case, ctx) if bad else ({"loop": "", "due_on": None}, ())
    row = {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "grade": wish.grade,
        "reasons": list(wish.reasons), "words": wish.words, "channel": wish.channel, "rated_at": ctx.at,
        "department_id": case.department_id, "item_id": case.item_id, "shown": "", "again_grade": None,
        "again_words": "", "again_at": None,
    }  # fmt: skip
    return Work(add=(Row(Rating, row | served_by(case, ctx) | loop), *stages), change=used)


def _invitation(wish: RatingWish, case: CaseFile, ctx: Context) -> tuple[Change, ...]:
    """Return the change that uses the invitation up; whoever has none must be the applicant himself."""
    if wish.invitation is None:
        if ctx.officer.system:
            raise Refused("invitation_over", "YC")
        return ()
    row = invitation_in(case.region_code, wish.invitation)
    if row is None or row.case_id != case.id or row.used_at is not None or row.expires_at <= ctx.at:
        raise Refused("invitation_over", "YC")
    return (Change(Invitation, row.id, {"used_at": ctx.at}),)


def _loop(case: CaseFile, ctx: Context) -> tuple[dict[str, Any], tuple[Row, ...]]:
    """Return where a bad rating begins, and the step whose last day supervision watches."""
    days = dates_of_loop(ctx.today, norms_of(case), ctx.directory.calendar(case.profile))
    stage = open_stage(case, StageKind.RECTIFICATION.value, ctx, due_on=days.answer_by)
    return {"loop": Loop.OPEN.value, "due_on": days.verify_by}, (stage,)
