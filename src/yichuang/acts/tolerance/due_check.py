"""承诺核查期限: what was granted on a promise is looked into by the day that the undertaking itself names."""

from __future__ import annotations

from datetime import date

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.handling.stages import open_stage
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.options import undertaking_of
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.periods import end_of


def check_owed(case: CaseFile, ctx: Context, *, grant: bool) -> tuple[Row, ...]:
    """Return the stage of the check that a grant on a promise brings with it (承诺核查), with its last day.

    Basis: YSHJ-40.3, XKF-61.1
    """
    by = check_by(case, ctx) if grant and case.undertaken else None
    return (open_stage(case, StageKind.AFTER_CHECK.value, ctx, due_on=by),) if by else ()


def check_by(case: CaseFile, ctx: Context) -> date | None:
    """Return the last day of the check, counted from today as the day of the decision; None where no term is told.

    Basis: YSHJ-40.3
    """
    offered = undertaking_of(version_of(case.item_version_id))
    if offered is None or offered.check_within is None:
        return None
    return end_of(ctx.today, offered.check_within, ctx.directory.calendar(case.profile))
