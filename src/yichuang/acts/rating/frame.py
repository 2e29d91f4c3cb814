"""What the acts on a rating share: the rating, its steps, and who served the applicant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from yichuang.acts.act import On, Work, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change, Row
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.feedback.models import Rating, RatingStep
from yichuang.records.feedback.queries import rating_of, signers_of
from yichuang.records.ids import new_id
from yichuang.rules.feedback.rating_loop import NEXT, may_step, not_the_rated
from yichuang.rules.periods import end_of
from yichuang.rules.verdict import Refused

LONGEST = 2000


@dataclass(frozen=True, slots=True)
class RatingWords:
    """Which case, and what is written about its rating."""

    on: On
    words: str


def rated(case: CaseFile) -> Rating:
    """Return the rating of the case.  Raises: Refused where there is none.  Basis: YC"""
    row = rating_of(case.region_code, case.id)
    if row is None:
        raise Refused("not_rated", "YC")
    return row


def written(text: str, most: int = LONGEST) -> str:
    """Return what was written, within its length.  Raises: Refused where nothing was.  Basis: YC"""
    said = text.strip()[:most]
    if not said:
        raise Refused("rating_words_missing", "YC")
    return said


def judged_step(step: str, case: CaseFile, ctx: Context) -> Rating:
    """Return the rating if the step may be taken now by this officer.  Raises: Refused.  Basis: YC"""
    row = rated(case)
    may_step(step, row.loop).raise_if_refused()
    not_the_rated(ctx.officer.user_id, row.clerk_id).raise_if_refused()
    return row


def due(parameter: str, case: CaseFile, ctx: Context, since: date | None = None) -> date:
    """Return the last day of a period that begins today.  Basis: YC"""
    return end_of(since or ctx.today, norms_of(case).term(parameter), ctx.directory.calendar(case.profile))


class Took(NamedTuple):
    """What a step leaves: its words, the columns of the rating, its result."""

    words: str
    set: Mapping[str, Any]
    result: str = ""


def stepped(step: str, case: CaseFile, row: Rating, ctx: Context, took: Took) -> Work:
    """Return the work of one step: the state it leads to unless told, the day of the next one, and its row."""
    told = {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "rating_id": row.id, "kind": step,
        "result": took.result, "officer_id": ctx.officer.user_id, "at": ctx.at, "words": took.words,
    }  # fmt: skip
    return Work(
        add=(Row(RatingStep, told),),
        change=(Change(Rating, row.id, {"loop": NEXT[step][1]} | dict(took.set)),),
        facts={"rating": row.id} | ({"result": took.result} if took.result else {}),
    )


def answer_by(case: CaseFile) -> date | None:
    """Return by when the bad rating is to be answered (整改期限)."""
    stage = case.stage(StageKind.RECTIFICATION.value)
    return stage.due_on if stage else None


def served_by(case: CaseFile, ctx: Context) -> dict[str, Any]:
    """Return the clerk and the window that served the applicant last (评价绑定窗口和人员): by the ledger.

    Basis: S0f-2.1
    """
    posts = {post.id: post for post in ctx.directory.roster.posts}
    for actor, post_id in signers_of(case.region_code, case.id):
        post = posts.get(post_id)
        if post is not None and post.window_id is not None:
            return {"clerk_id": actor, "window_id": post.window_id}
    return {"clerk_id": case.clerk_id, "window_id": None}
