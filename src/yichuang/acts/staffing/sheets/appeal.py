"""考核申诉: who was assessed says why the sheet is wrong, within the term."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.staffing.book import NotInRoster
from yichuang.acts.staffing.frame import Entered, staff_act
from yichuang.records.staffing.models import Sheet, SheetState, SheetSubject
from yichuang.rules.moves.shapes import LEADERS
from yichuang.rules.officers import Officer
from yichuang.rules.staff import scoring


@dataclass(frozen=True, slots=True)
class AppealWish:
    """Which sheet, and what is wrong with it."""

    region_code: str
    id: UUID
    words: str


@staff_act(verb="staff.sheet_appealed")
def appeal_sheet(wish: AppealWish, ctx: Context) -> Entered:
    """Put an appeal on record: of the person himself, for a window of its chief representative or a leader.

    Raises: NotInRoster, Refused (appealed already, too late, nothing said).  Basis: YC-考核
    """
    row = Sheet.objects.filter(region_code=wish.region_code, pk=wish.id).first()
    if row is None or not concerns(row, ctx.officer):
        raise NotInRoster(str(wish.id))
    scoring.may_appeal(row.state, row.appeal_by, ctx.today, wish.words).raise_if_refused()
    values = {
        "state": SheetState.APPEALED.value, "appeal": wish.words.strip()[:1000],
        "appealed_by_id": ctx.officer.user_id, "appealed_at": ctx.at,
    }  # fmt: skip
    return Entered(change=(Change(Sheet, row.id, values),))


def concerns(row: Sheet, officer: Officer) -> bool:
    """Say whether a sheet is of this officer, or of a window that he answers for.  Basis: S1-四2"""
    if row.subject == SheetSubject.PERSON:
        return bool(row.subject_id == officer.user_id)
    led = [grant for grant in officer.grants if grant.role in LEADERS]
    own = frozenset(grant.department_id for grant in led if grant.department_id)
    windows = frozenset(grant.window_id for grant in led)
    return row.department_id in own or row.subject_id in windows
