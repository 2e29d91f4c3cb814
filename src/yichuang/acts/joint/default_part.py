"""超时默许: a co-department did not conclude in time; where the norms say so it counts as agreeing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.joint.again import said_before
from yichuang.acts.joint.conclusion_sheet import default_sheet
from yichuang.acts.joint.nodes import terms_of_part
from yichuang.acts.joint.parts import open_parts
from yichuang.acts.papers.paper import Paper
from yichuang.records.cases.models import Conclusion, Effect, Stage
from yichuang.records.cases.reading import CaseFile, StageView
from yichuang.rules.joint.conclusions import irregular_agrees
from yichuang.rules.joint.part_clock import lapsed
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Lapse:
    """Which part of which case."""

    on: On
    part: UUID


@case_act(verb="case.part_defaulted")
def default_part(case: CaseFile, wish: Lapse, ctx: Context) -> Work:
    """Record what silence has brought about; the responsibility stays with the silent department.

    Basis: S0h-二(三)1
    """
    part = next((part for part in open_parts(case) if part.id == wish.part), None)
    if part is None:
        raise Refused("no_part", "S0h-二(三)1")
    if not has_lapsed(case, part, ctx):
        raise Refused("not_lapsed", "S0h-二(三)1", {"due_on": part.due_on})
    changes, papers = defaults(case, (part,), ctx)
    return Work(change=changes, papers=papers, facts={"part": part.id})


def has_lapsed(case: CaseFile, part: StageView, ctx: Context) -> bool:
    """Say whether silence has already agreed for this part."""
    return lapsed(part.due_on, terms_of_part(case, part.department_id, ctx), ctx.today)


def defaults(case: CaseFile, parts: Iterable[StageView], ctx: Context) -> tuple[tuple[Change, ...], tuple[Paper, ...]]:
    """Return the changes and papers that close lapsed parts as agreed; what was said in an earlier round stands."""
    changes, papers = [], []
    for part in parts:
        before = said_before(case, part)
        if before is not None:
            stands = {"done_at": ctx.at, "conclusion": before.conclusion, "effect": Effect.STANDS.value}
            changes.append(Change(Stage, part.id, stands))
            continue
        effect, basis = _effect(case, part, ctx)
        row: dict[str, Any] = {"done_at": ctx.at, "conclusion": Conclusion.AGREE.value, "effect": effect}
        changes.append(Change(Stage, part.id, row))
        papers.append(default_sheet(case, part, effect, basis, ctx))
    return tuple(changes), tuple(papers)


def _effect(case: CaseFile, part: StageView, ctx: Context) -> tuple[str, str]:
    """Return how the agreement came about, and the norm: an irregular conclusion that was not mended, or silence."""
    norms = norms_of(case)
    if part.effect == Effect.IRREGULAR and irregular_agrees(norms):
        return Effect.IRREGULAR.value, norms.basis("irregular_codept")
    return Effect.SILENCE.value, norms.basis("silence_codept")
