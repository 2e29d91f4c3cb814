"""追评: after a bad rating was answered the applicant may rate once more; the first rating stays what it was."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.rating.frame import rated
from yichuang.records.cases.reading import CaseFile
from yichuang.records.feedback.models import Grade, Rating
from yichuang.rules.feedback.rating_loop import may_rate_again
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class SecondRating:
    """Grade and words, once more."""

    on: On
    grade: int
    words: str = ""


@case_act(verb="case.rated_again")
def rate_again(case: CaseFile, wish: SecondRating, ctx: Context) -> Work:
    """Put the second rating beside the first.  Raises: Refused (no grade, nothing to rate again, twice).  Basis: YC"""
    if wish.grade not in Grade.values:
        raise Refused("grade_unknown", "YC")
    row = rated(case)
    may_rate_again(row.loop, row.again_grade).raise_if_refused()
    values = {"again_grade": wish.grade, "again_words": wish.words.strip()[:500], "again_at": ctx.at}
    return Work(change=(Change(Rating, row.id, values),), facts={"rating": row.id})
