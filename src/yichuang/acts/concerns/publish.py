"""公开问答: a second pair of eyes looks for names and numbers, then everybody may read it."""

from __future__ import annotations

from yichuang.acts.concerns.frame import concern_act
from yichuang.acts.concerns.steps import LONGEST, Deed, OnConcern
from yichuang.acts.context import Context
from yichuang.records.feedback.models import Concern
from yichuang.rules.verdict import Refused


@concern_act(verb="concern.published")
def publish_answer(row: Concern, wish: OnConcern, ctx: Context) -> Deed:
    """Publish what was proposed.  Raises: Refused (nothing proposed, one's own proposal, published).

    Basis: S3-附件三(二)1
    """
    if row.published_at is not None:
        raise Refused("published_already", "S3-附件三(二)1")
    if not row.public_answer:
        raise Refused("nothing_proposed", "S3-附件三(二)1")
    if row.proposer_id == ctx.officer.user_id:
        raise Refused("published_by_proposer", "S3-附件三(二)1")
    return Deed({"published_at": ctx.at}, wish.words.strip()[:LONGEST])
