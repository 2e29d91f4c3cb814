"""评价: the applicant rates how the case was handled, once (一事一评)."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.records.cases.reading import CaseFile
from yichuang.records.feedback.models import Grade, Rating
from yichuang.records.feedback.queries import is_rated
from yichuang.records.ids import new_id
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class RatingWish:
    """Grade 5 (best) to 1, reasons and words; a bad grade needs one of both."""

    on: On
    grade: int
    reasons: tuple[str, ...] = ()
    words: str = ""
    channel: str = "web"


@case_act(verb="case.rated")
def rate(case: CaseFile, wish: RatingWish, ctx: Context) -> Work:
    """Put the rating on record.

    Basis: YSHJ-50
    """
    if wish.grade not in Grade.values:
        raise Refused("grade_unknown", "YSHJ-50")
    if wish.grade <= Grade.BAD and not (wish.reasons or wish.words.strip()):
        raise Refused("bad_rating_reason", "YSHJ-50")
    if is_rated(case.region_code, case.id):
        raise Refused("rated_already", "YSHJ-50")
    row = {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "grade": wish.grade,
        "reasons": list(wish.reasons), "words": wish.words, "channel": wish.channel, "rated_at": ctx.at,
    }  # fmt: skip
    return Work(add=(Row(Rating, row),))
