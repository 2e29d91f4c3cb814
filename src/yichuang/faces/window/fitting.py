"""What fits this application (适用的处理): whether something may be late here, and what a filing may get."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from yichuang.acts.act import On, norms_of
from yichuang.acts.context import Context
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.faces.common.sentences import refusal
from yichuang.faces.window import sheet
from yichuang.faces.window.sheet import Line
from yichuang.records.cases.models import MaterialVerdict
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.options import is_filing
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.tolerance.deferring import complete_by
from yichuang.rules.verdict import Refused

FILING_NOTE = "备案只有“予以备案”“不予备案”两种结论；材料不齐全的，结论是不予备案，并一次告知全部需要补正的材料。"
FILING_WORDS = {"accept": "收齐，转作备案结论", "hold": "只出收件凭证"}
_TOLERANCE = "tolerance_"


def not_later(case: CaseFile, lines: Sequence[Line], ctx: Context) -> str:
    """Return why nothing may come later here (不能容缺), "" where it may or where the item lets nothing be late.

    The acceptance itself is asked, with one such material left out and the promise signed.
    """
    late = next((line for line in lines if line.deferrable), None)
    if late is None:
        return ""
    told = {line.key: MaterialVerdict.OK.value for line in lines} | {late.key: MaterialVerdict.DEFERRED.value}
    try:
        _judged(case, told, ctx)
    except Refused as refused:
        said = refusal(refused, ctx.today)
        return f"{said.what}。" if refused.code.startswith(_TOLERANCE) else ""
    return FILING_NOTE if files(case) else ""


def files(case: CaseFile) -> bool:
    """Return whether the case is a filing (备案)."""
    return is_filing(version_of(case.item_version_id))


def deferring(case: CaseFile, lines: Sequence[Line], ctx: Context) -> dict[str, Any]:
    """Return whether the sheet offers 容缺, whether it is ticked, and why it is not offered."""
    why, late = not_later(case, lines, ctx), any(line.late for line in lines)
    return {
        "defers": not why and any(line.deferrable for line in lines),
        "late": late,
        "until": complete_by(ctx.today, norms_of(case), ctx.directory.calendar(case.profile))
        if late and not why
        else None,
        "promised": sheet.promised(lines),
        "no_later": why,
    }


def _until(case: CaseFile, ctx: Context) -> date:
    """Return the last day to hand in what is late, were it accepted today."""
    return complete_by(ctx.today, norms_of(case), ctx.directory.calendar(case.profile))


def _judged(case: CaseFile, told: dict[str, str], ctx: Context) -> object:
    return accept.judged(case, Acceptance(On(case.no), told, promised=True), ctx)  # type: ignore[attr-defined]
