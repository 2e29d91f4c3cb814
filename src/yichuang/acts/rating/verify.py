"""核实: the department gets in touch, finds out what happened, and says so."""

from __future__ import annotations

from yichuang.acts.act import Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.rating.frame import RatingWords, Took, answer_by, judged_step, stepped, written
from yichuang.records.cases.reading import CaseFile


@case_act(verb="case.rating_verified")
def verify_rating(case: CaseFile, wish: RatingWords, ctx: Context) -> Work:
    """Put on record what was found.  Raises: Refused (no bad rating, not its turn, one's own, no words).  Basis: YC"""
    row = judged_step("verified", case, ctx)
    return stepped("verified", case, row, ctx, Took(written(wish.words), {"due_on": answer_by(case)}))
