"""What an acceptance with materials outstanding adds (容缺受理): the day, and the notice that names what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yichuang.acts.act import norms_of
from yichuang.acts.context import Context
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, numbered
from yichuang.acts.papers.terms import told
from yichuang.records.cases.reading import CaseFile, MaterialView
from yichuang.records.catalogue.options import deferrable_names, undertaking_of
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.tolerance import deferring


def promised_keys(case: CaseFile) -> frozenset[str]:
    """Return the materials for which the applicant's undertaking stands (以承诺代替的材料).  Basis: YSHJ-40.3"""
    offered = undertaking_of(version_of(case.item_version_id)) if case.undertaken else None
    return offered.materials if offered else frozenset()


def deferral(
    case: CaseFile, missing: Sequence[MaterialView], ctx: Context, *, promised: bool
) -> tuple[date | None, tuple[Paper, ...]]:
    """Return until when the missing materials may come, and the notice; nothing where none is missing.

    Raises: Refused.  Basis: S0f-3.1
    """
    if not missing:
        return None, ()
    norms, names = norms_of(case), [material.name for material in missing]
    deferring.may_defer(
        names, deferrable=deferrable_names(version_of(case.item_version_id)), promised=promised,
        expedited=case.expedited, norms=norms,
    ).raise_if_refused()  # fmt: skip
    calendar = ctx.directory.calendar(case.profile)
    until, effect = deferring.complete_by(ctx.today, norms, calendar), norms.get("tolerance_failure_effect")
    paper = numbered(
        DocumentKind.TOLERANCE, about(case, ctx), ctx, basis=norms.basis("tolerance_limit"), missing=names, until=until,
        term=told(norms.term("tolerance_limit")), effect=str(effect.value) if effect else "",
        early=deferring.may_issue(until=until, norms=norms).allowed, until_provisional=calendar.provisional(until),
    )  # fmt: skip
    return until, (paper,)
