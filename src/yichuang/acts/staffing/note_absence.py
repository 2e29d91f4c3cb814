"""请假登记: somebody is away from a day to a day; who stands in takes over by himself on the first day."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Row
from yichuang.acts.staffing.book import known_to_all, under
from yichuang.records.ids import new_id
from yichuang.records.org.models import Absence
from yichuang.rules.staff import standing
from yichuang.rules.staff.roster import Leave


@dataclass(frozen=True, slots=True)
class AbsenceNote:
    """Who is away, when, who stands in, and why."""

    leave: Leave
    reason: str


def note_absence(wish: AbsenceNote, ctx: Context) -> Filed:
    """Put an absence on record in the book of the centre where the person has his post.

    Raises: Refused (not one's staff, no post, odd span, no reason, away already, stand-in), Conflict, KeyReused.
    Basis: S1-四2
    """
    leave, roster = wish.leave, ctx.directory.roster
    posts = standing.posts_of(leave.user_id, roster, leave.starts_on)
    region = standing.home_of(posts, ctx.officer)
    first = repeated(region, ctx)
    if first is not None:
        return first
    standing.may_note_absence(leave, wish.reason, roster, standing.Asked(ctx.officer, ctx.today)).raise_if_refused()
    row = Row(
        Absence,
        {
            "id": new_id(), "region_code": region, "user_id": leave.user_id, "starts_on": leave.starts_on,
            "ends_on": leave.ends_on, "reason": wish.reason.strip()[:200], "stand_in_id": leave.stand_in,
            "consented_by_id": None, "noted_by_id": ctx.officer.user_id, "noted_at": ctx.at, "struck_on": None,
        },
    )  # fmt: skip
    filing = Filing(
        verb="staff.absence_noted",
        set={},
        add=(row,),
        answer={"id": str(row.values["id"])},
        **under(region, ctx),
    )
    with known_to_all():
        return file(filing, ctx)
