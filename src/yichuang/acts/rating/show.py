"""公示评价文字: after a look for names and numbers, what an applicant wrote is shown to everybody."""

from __future__ import annotations

from yichuang.acts.act import Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.rating.frame import RatingWords, rated, written
from yichuang.records.cases.reading import CaseFile
from yichuang.records.feedback.models import Loop, Rating
from yichuang.rules.verdict import Refused

_LONGEST = 500


@case_act(verb="case.rating_shown")
def show_rating(case: CaseFile, wish: RatingWords, ctx: Context) -> Work:
    """Put on record what is shown: the words without what tells who spoke.

    Raises: Refused (not rated, nothing was written, set aside, nothing to show).

    Basis: YSHJ-50
    """
    row = rated(case)
    if not row.words or row.loop == Loop.SET_ASIDE:
        raise Refused("nothing_to_show", "YSHJ-50")
    values = {"shown": written(wish.words, _LONGEST)}
    return Work(change=(Change(Rating, row.id, values),), facts={"rating": row.id})
