"""手机来件: a file comes from the phone; it waits for the clerk and belongs to nothing yet."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Row
from yichuang.acts.uploads.chain import chain, known, standing, steadily
from yichuang.records.applicants.vault import lookup_hash
from yichuang.records.ids import new_id
from yichuang.records.uploads.models import Arrival, ArrivalState
from yichuang.rules.uploads.phone import may_arrive


@dataclass(frozen=True, slots=True)
class Came:
    """Which file came over which link, from which phone (the secret of its browser)."""

    region_code: str
    link_id: UUID
    phone: str
    digest: str
    name: str
    media_type: str
    size: int


@steadily
def arrive(wish: Came, ctx: Context) -> Filed:
    """Put the arrival on record; the first file binds the link to its phone.

    Raises: Refused, Conflict, KeyReused.  Basis: XKF-33, GRXX-51
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    link = known(wish.region_code, wish.link_id)
    phone = lookup_hash(wish.phone)
    may_arrive(standing(link), phone, ctx.at).raise_if_refused()
    values = {
        "id": new_id(), "region_code": link.region_code, "link_id": link.id, "digest": wish.digest,
        "name": wish.name[:200], "media_type": wish.media_type, "size": wish.size, "arrived_at": ctx.at,
        "state": ArrivalState.WAITING.value, "answered_at": None,
    }  # fmt: skip
    filing = Filing(
        place=chain(link),
        verb="upload.arrived",
        set={"phone_hash": phone, "arrived": link.arrived + 1},
        add=(Row(Arrival, values),),
        answer={"link": str(link.id), "no": ""},
    )
    return file(filing, ctx)
