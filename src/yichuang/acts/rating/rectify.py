"""整改: what was changed because of the bad rating."""

from __future__ import annotations

from yichuang.acts.act import Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.rating.frame import RatingWords, Took, answer_by, judged_step, stepped, written
from yichuang.records.cases.reading import CaseFile


@case_act(verb="case.rating_rectified")
def rectify_rating(case: CaseFile, wish: RatingWords, ctx: Context) -> Work:
    """Put the measures on record.  Raises: Refused (no bad rating, not its turn, one's own, no words).  Basis: YC"""
    row = judged_step("rectified", case, ctx)
    return stepped("rectified", case, row, ctx, Took(written(wish.words), {"due_on": answer_by(case)}))
