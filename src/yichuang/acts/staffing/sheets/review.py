"""考核复核: another person than the signer decides an appeal; points may change, with an opinion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.staffing.book import NotInRoster
from yichuang.acts.staffing.frame import Entered, norms_here, staff_act
from yichuang.acts.staffing.sheets.community import may_grade
from yichuang.acts.staffing.sheets.drafting import Wanted
from yichuang.records.staffing.models import Sheet, SheetState
from yichuang.rules.staff import scoring
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class ReviewWish:
    """Which sheet, the opinion, and the items whose points change."""

    region_code: str
    id: UUID
    words: str
    points: Mapping[str, int] = field(default_factory=dict)


@staff_act(verb="staff.sheet_reviewed")
def review_sheet(wish: ReviewWish, ctx: Context) -> Entered:
    """Put the review on record; points, total and grade as they are after it.

    Raises: NotInRoster, Refused (no appeal, the signer himself, no opinion, points beyond the marks, community).
    Basis: YC-考核, S4-二(八)
    """
    row = Sheet.objects.filter(region_code=wish.region_code, pk=wish.id).first()
    if row is None or row.subject_id == ctx.officer.user_id:
        raise NotInRoster(str(wish.id))
    scoring.may_review(row.state, row.signed_by_id, ctx.officer.user_id, wish.words).raise_if_refused()
    if any(not 0 <= wish.points.get(line["key"], 0) <= line["full"] for line in row.lines):
        raise Refused("points_beyond", "YC-考核")
    lines = [line | {"score": wish.points.get(line["key"], line["score"])} for line in row.lines]
    total, norms = sum(line["score"] for line in lines), norms_here(wish.region_code, ctx)
    grade = scoring.grade_of(total, norms) if total != row.total else row.grade
    wanted = Wanted(row.region_code, row.subject, row.subject_id, row.period, row.starts_on)
    may_grade(wanted, grade, row.starts_on.year, norms)
    values = {
        "state": SheetState.REVIEWED.value, "lines": lines, "total": total, "grade": grade,
        "review": wish.words.strip()[:1000], "reviewed_by_id": ctx.officer.user_id, "reviewed_at": ctx.at,
    }  # fmt: skip
    return Entered(change=(Change(Sheet, row.id, values),))
