"""申请剔除: the department says that a rating was a mistake or malicious; somebody of the centre judges it."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.rating.frame import RatingWords, Took, answer_by, judged_step, stepped, written
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.feedback.rating_loop import CHALLENGES
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class RatingChallenge(RatingWords):
    """Why, and as what: mistaken (误评) or malicious (恶意评价)."""

    ground: str = ""


@case_act(verb="case.rating_challenged")
def challenge_rating(case: CaseFile, wish: RatingChallenge, ctx: Context) -> Work:
    """Put the challenge on record; the time to answer runs on.

    Raises: Refused (no bad rating, not its turn, one's own, no ground, no reason).

    Basis: YC
    """
    row = judged_step("challenged", case, ctx)
    if wish.ground not in CHALLENGES:
        raise Refused("challenge_ground", "YC")
    values = {"due_on": answer_by(case)}
    return stepped("challenged", case, row, ctx, Took(written(wish.words), values, wish.ground))
