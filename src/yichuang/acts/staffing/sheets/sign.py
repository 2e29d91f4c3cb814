"""签发考核表: the centre signs the sheet of a window or person; from today he may appeal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.staffing.frame import Entered, norms_here, staff_act
from yichuang.acts.staffing.sheets.community import may_grade
from yichuang.acts.staffing.sheets.drafting import Draft, Wanted, draft_of, lines_told
from yichuang.records.ids import new_id
from yichuang.records.staffing.models import Sheet, SheetState
from yichuang.rules.staff import scoring
from yichuang.rules.verdict import Refused

_BASIS = "S1-四2"


@dataclass(frozen=True, slots=True)
class SheetWish:
    """Which sheet, the points of its manual items, and a lower grade than the points say, if any."""

    wanted: Wanted
    manual: Mapping[str, int] = field(default_factory=dict)
    grade: str = ""

    @property
    def region_code(self) -> str:
        """Return the region of the sheet."""
        return self.wanted.region_code


@staff_act(verb="staff.sheet_signed")
def sign_sheet(wish: SheetWish, ctx: Context) -> Entered:
    """Sign the sheet with its evidence.

    Raises: NotInRoster, Refused (no form, the period runs, signed already, himself, grade, community).
    Basis: S1-四2, S4-二(八)
    """
    wanted, norms = wish.wanted, norms_here(wish.region_code, ctx)
    if wanted.subject_id == ctx.officer.user_id:
        raise Refused("sheet_own", _BASIS)
    draft = draft_of(wanted, wish.manual, ctx.directory, ctx.today)
    may_be_signed(wanted, draft, ctx)
    grade = wish.grade or scoring.grade_of(draft.total, norms)
    scoring.may_lower(grade, draft.total, norms).raise_if_refused()
    may_grade(wanted, grade, draft.span[0].year, norms)
    calendar = ctx.directory.calendar(ctx.directory.centres[wish.region_code].profile)
    last = scoring.appeal_by(ctx.today, norms, calendar)
    row = Row(
        Sheet,
        {
            "id": new_id(), "region_code": wish.region_code, "form_id": draft.form.id, "subject": wanted.subject,
            "subject_id": wanted.subject_id, "department_id": draft.department_id, "period": wanted.period,
            "starts_on": draft.span[0], "ends_on": draft.span[1], "lines": lines_told(draft.lines),
            "total": draft.total, "grade": grade, "state": SheetState.SIGNED.value,
            "signed_by_id": ctx.officer.user_id, "signed_at": ctx.at, "appeal_by": last, "appeal": "",
            "appealed_by_id": None, "appealed_at": None, "reviewed_by_id": None, "reviewed_at": None, "review": "",
        },
    )  # fmt: skip
    return Entered(add=(row,), answer={"id": str(row.values["id"])})


def may_be_signed(wanted: Wanted, draft: Draft, ctx: Context) -> None:
    """Let a draft be signed; the page of the draft asks the same.

    Raises: Refused (the period runs or is not assessed, signed already).  Basis: S1-四2
    """
    norms = norms_here(wanted.region_code, ctx)
    scoring.may_sign(draft.span[1], ctx.today, wanted.period, norms).raise_if_refused()
    known = Sheet.objects.filter(
        region_code=wanted.region_code, subject=wanted.subject, subject_id=wanted.subject_id, period=wanted.period,
        starts_on=draft.span[0],
    )  # fmt: skip
    if known.exists():
        raise Refused("signed_already", _BASIS)
