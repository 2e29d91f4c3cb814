"""一次性告知补正: everything that is missing or wrong, told once, in time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from yichuang.acts.act import On, Work, case_act, clock_of, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.intake.refusing import none_proposed
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.acts.papers.terms import told
from yichuang.acts.papers.told_once import told_once
from yichuang.records.cases.models import Material, MaterialVerdict
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.rules import limits
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.verdict import Refused

_EXPIRY = "correction_expiry_decision_limit"


@dataclass(frozen=True, slots=True)
class CorrectionNotice:
    """Defects by material key, in words; until when they may be mended (补正期限)."""

    on: On
    defects: Mapping[str, str] = field(default_factory=dict)
    due_on: date | None = None
    general: str = ""


@case_act(verb="case.correction_notified", materials=True)
def notify_correction(case: CaseFile, wish: CorrectionNotice, ctx: Context) -> Work:
    """Tell the applicant once all that has to be corrected. Late, or a second time for old defects: refused.

    So it is while a refusal is proposed: the second person decides or returns that first.
    Where a norm lists what is told at once, the notice has these sections too.
    Basis: XKF-32.1(4), S3-附件三(二)1
    """
    second = any(fact.kind is FactKind.CORRECTION_NOTIFIED for fact in case.facts)
    norms = norms_of(case)
    limits.may_notify_correction(clock_of(case, ctx), second=second, norms=norms, today=ctx.today).raise_if_refused()
    none_proposed(case)
    defects = [(m, wish.defects[m.key].strip()) for m in case.materials if wish.defects.get(m.key, "").strip()]
    if not defects and not wish.general.strip():
        raise Refused("no_defects", "XKF-32.1(4)")
    if wish.due_on is not None and not ctx.today <= wish.due_on <= _farthest(ctx.today):
        raise Refused("correction_term_odd", "XKF-32.1(4)", {"until": _farthest(ctx.today)})
    paper = numbered(
        DocumentKind.CORRECTION, about(case, ctx), ctx, due_on=wish.due_on, general=wish.general,
        defects=[{"material": material.name, "words": words} for material, words in defects],
        answer=told(case.terms.answer), deemed=case.terms.deemed,
        expiry=told(norms.term(_EXPIRY) if norms.get(_EXPIRY) else None), **told_once(case),
    )  # fmt: skip
    changes = (
        Change(Material, material.id, {"verdict": MaterialVerdict.CORRECT.value, "defect": words})
        for material, words in defects
    )
    return Work(
        clock=(ClockFact(FactKind.CORRECTION_NOTIFIED, ctx.today),),
        set={"correction_due_on": wish.due_on, "clerk_id": ctx.officer.user_id},
        change=tuple(changes),
        papers=(paper,),
        payload={"defects": dict(wish.defects), "general": wish.general},
    )


def _farthest(today: date) -> date:
    """Return the end of next year: a term beyond it is a slip of the pen, and lies outside most calendars."""
    return date(today.year + 1, 12, 31)
