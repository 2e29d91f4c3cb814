"""逾期不反馈视为同意: where the norms attach agreement to silence, the sweep records it."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.models import Conclusion, Effect, Stage
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.consulting.silence import deemed_agreed
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class SilentAnswer:
    """Which case."""

    on: On


@case_act(verb="case.answer_deemed")
def deem_answer(case: CaseFile, wish: SilentAnswer, ctx: Context) -> Work:
    """Close every consultation whose last day has passed as agreed, marked as silence.

    Basis: S0b-13
    """
    norms = norms_of(case)
    silent = [s for s in case.stages if not s.done and deemed_agreed(s.kind, s.due_on, ctx.today, norms)]
    if not silent:
        raise Refused("not_silent", "S0b-13")
    done = {"done_at": ctx.at, "conclusion": Conclusion.AGREE.value, "effect": Effect.SILENCE.value}
    return Work(change=tuple(Change(Stage, stage.id, done) for stage in silent))
