"""完成评价: the sheet with its sections, each with marks and words; who evaluated, where it was somebody outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Conflict, Filed, Filing, Place
from yichuang.law.book import book
from yichuang.records.cases.access import NotFound
from yichuang.records.feedback.evaluations import evaluation_in
from yichuang.records.feedback.models import EVALUATION, Evaluation, EvaluationKind
from yichuang.records.ledger.canonical import GENESIS
from yichuang.rules.permissions import RIGHTS
from yichuang.rules.verdict import Refused

MOST = 100


@dataclass(frozen=True, slots=True)
class EvaluationSheet:
    """Which evaluation; marks of 0 to 100 and words of each section."""

    region_code: str
    id: UUID
    marks: Mapping[str, int]
    words: Mapping[str, str]
    evaluator: str = ""
    version: int | None = None


def complete_evaluation(wish: EvaluationSheet, ctx: Context) -> Filed:
    """Put the sheet on record, once.

    Raises: NotFound, Refused (not of the centre, done, a section without marks, no institution), Conflict.

    Basis: S3-二(六)2, S3-附件六(二)2
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    grant = ctx.officer.grant(RIGHTS["evaluation.done"].roles, region_code=wish.region_code)
    row = evaluation_in(wish.region_code, wish.id)
    if row is None or grant is None:
        raise NotFound(str(wish.id))
    if wish.version not in (None, row.version):
        raise Conflict("evaluation.done")
    sheet = _judged(wish, row, ctx)
    filing = Filing(
        place=Place(
            Evaluation, EVALUATION, row.region_code, row.id, row.version, row.ledger_seq, row.ledger_hash or GENESIS
        ),
        verb="evaluation.done",
        set={
            "done_at": ctx.at, "done_by_id": ctx.officer.user_id, "sheet": sheet,
            "evaluator": wish.evaluator.strip()[:100],
        },
        answer={"no": ""},
        post_id=grant.post_id,
        acting_for_id=grant.acting_for,
    )  # fmt: skip
    return file(filing, ctx)


def _judged(wish: EvaluationSheet, row: Evaluation, ctx: Context) -> dict[str, dict[str, object]]:
    """Return the sheet with exactly the sections of the place."""
    if row.done_at is not None:
        raise Refused("evaluation_done", "S3-附件六(二)1")
    if row.kind == EvaluationKind.THIRD_PARTY and not wish.evaluator.strip():
        raise Refused("evaluator_missing", "S3-附件六(二)1")
    profile = ctx.directory.centres[row.region_code].profile
    sections = book().norms(profile, ctx.today).choices("evaluation_sections")
    if any(not 0 <= wish.marks.get(name, -1) <= MOST for name in sections):
        raise Refused("evaluation_marks", "S3-附件六(二)2")
    return {name: {"marks": wish.marks[name], "words": wish.words.get(name, "").strip()[:500]} for name in sections}
