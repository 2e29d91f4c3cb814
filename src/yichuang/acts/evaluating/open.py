"""列出待办评价: at the end of each period the evaluations that are due are put on the list, each once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Conflict, Filed, Filing, Place
from yichuang.law.book import book
from yichuang.records.feedback.evaluations import listed_evaluations
from yichuang.records.feedback.models import EVALUATION, Evaluation
from yichuang.records.ids import new_id
from yichuang.rules.feedback.evaluating import DueEvaluation, due_evaluations
from yichuang.rules.permissions import RIGHTS
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class EvaluationDue:
    """What is due, and where."""

    region_code: str
    due: DueEvaluation


def open_evaluation(wish: EvaluationDue, ctx: Context) -> Filed:
    """Put one evaluation on the list.  Raises: Refused (not by the system), Conflict.  Basis: S3-附件六(二)1"""
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    if not (ctx.officer.system and RIGHTS["evaluation.opened"].system):
        raise Refused("not_yours", "S3-附件六(二)1", {"verb": "evaluation.opened"})
    kind, starts_on, ends_on, due_on = wish.due
    filing = Filing(
        place=Place(Evaluation, EVALUATION, wish.region_code, new_id()),
        verb="evaluation.opened",
        set={
            "kind": kind, "starts_on": starts_on, "ends_on": ends_on, "due_on": due_on, "done_at": None,
            "done_by_id": None, "evaluator": "", "sheet": {},
        },
        answer={"no": ""},
        create=True,
    )  # fmt: skip
    return file(filing, ctx)


def open_due(region_code: str, ctx: Context, left: list[str]) -> int:
    """Put on the list what is due and not there yet; return how many.  Basis: S3-附件六(二)1"""
    profile, done = ctx.directory.centres[region_code].profile, 0
    norms, calendar = book().norms(profile, ctx.today), ctx.directory.calendar(profile)
    known = listed_evaluations(region_code, ctx.today)
    for due in due_evaluations(ctx.today, norms, calendar):
        if (due.kind, due.starts_on) in known:
            continue
        try:
            key = f"sweep:evaluation:{due.kind}:{due.starts_on}"
            open_evaluation(EvaluationDue(region_code, due), replace(ctx, key=key))
            done += 1
        except (Refused, Conflict) as fault:
            left.append(f"{due.kind} {due.starts_on} {fault}")
    return done
