"""授权代办: a leader lets an officer of the department sign named acts, of all items or some, for a span."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Row
from yichuang.acts.staffing.book import known_to_all, under
from yichuang.records.ids import new_id
from yichuang.records.org.models import Delegation
from yichuang.rules.staff import standing
from yichuang.rules.staff.roster import Delegated


@dataclass(frozen=True, slots=True)
class DelegationPaper:
    """What is delegated to whom, on which paper, and of which day the paper is."""

    given: Delegated
    basis: str
    signed_on: date | None = None


def delegate(wish: DelegationPaper, ctx: Context) -> Filed:
    """Put a delegation on record in the book of the giver's centre.

    Raises: Refused (not held, nothing in writing, odd span, elsewhere, given already), Conflict, KeyReused.
    Basis: S1-二2
    """
    paper, roster = wish.given, ctx.directory.roster
    region = standing.home_of(standing.posts_of(paper.giver, roster, ctx.today), ctx.officer)
    first = repeated(region, ctx)
    if first is not None:
        return first
    asked = standing.Asked(ctx.officer, ctx.today)
    standing.may_delegate(paper, standing.Written(wish.basis, wish.signed_on), roster, asked).raise_if_refused()
    row = Row(
        Delegation,
        {
            "id": new_id(), "region_code": region, "giver_id": paper.giver, "taker_id": paper.taker,
            "verbs": sorted(paper.verbs), "items": sorted(str(item) for item in paper.items),
            "starts_on": paper.starts_on, "ends_on": paper.ends_on, "basis": wish.basis.strip()[:200],
            "signed_on": wish.signed_on, "noted_at": ctx.at, "struck_on": None,
        },
    )  # fmt: skip
    filing = Filing(
        verb="staff.delegated",
        set={},
        add=(row,),
        answer={"id": str(row.values["id"])},
        **under(region, ctx),
    )
    with known_to_all():
        return file(filing, ctx)
