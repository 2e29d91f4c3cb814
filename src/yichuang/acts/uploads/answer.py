"""收下来件: the clerk takes a file that came from the phone, or does not want it; once."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Change, Filed, Filing
from yichuang.acts.uploads.chain import chain, known, post_for, steadily
from yichuang.records.cases.access import NotFound
from yichuang.records.uploads.models import Arrival, ArrivalState
from yichuang.records.uploads.queries import arrival_in
from yichuang.rules.uploads.phone import may_answer


@dataclass(frozen=True, slots=True)
class Answer:
    """Which file of which link, and whether it is taken."""

    region_code: str
    link_id: UUID
    arrival_id: UUID
    take: bool


@steadily
def answer(wish: Answer, ctx: Context) -> Filed:
    """Put on record what became of the file; what is taken goes with the form or the case it was asked for.

    Raises: Refused, Conflict, KeyReused, NotFound.  Basis: XKF-33
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    grant = post_for("upload.answered", wish.region_code, ctx)
    link = known(wish.region_code, wish.link_id)
    row = arrival_in(link, wish.arrival_id)
    if row is None:
        raise NotFound(str(wish.arrival_id))
    may_answer(row.state).raise_if_refused()
    state = ArrivalState.TAKEN if wish.take else ArrivalState.DISCARDED
    filing = Filing(
        place=chain(link),
        verb="upload.answered",
        set={},
        change=(Change(Arrival, row.id, {"state": state.value, "answered_at": ctx.at}),),
        facts={"digest": row.digest},
        answer={"link": str(link.id), "no": ""},
        post_id=grant.post_id,
        acting_for_id=grant.acting_for,
    )
    return file(filing, ctx)
