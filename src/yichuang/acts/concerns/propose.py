"""提请公开问答: a question and its answer without anything personal, for everybody who needs the item."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.concerns.frame import concern_act
from yichuang.acts.concerns.steps import Deed, OnConcern, written
from yichuang.acts.context import Context
from yichuang.records.feedback.models import Concern
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Publication(OnConcern):
    """The question and the answer (`words`) as everybody would read them."""

    question: str = ""


@concern_act(verb="concern.proposed")
def propose_publication(row: Concern, wish: Publication, ctx: Context) -> Deed:
    """Put the proposal on record; somebody else publishes it.  Raises: Refused (no item, published, nothing said).

    Basis: S3-附件三(二)1
    """
    if row.item_id is None:
        raise Refused("publication_without_item", "S3-附件三(二)1")
    if row.published_at is not None:
        raise Refused("published_already", "S3-附件三(二)1")
    question, answer = written(wish.question, 500), written(wish.words)
    return Deed({"public_question": question, "public_answer": answer, "proposer_id": ctx.officer.user_id}, answer)
