"""提出收费标准: the next version, with the price authority's document; another person puts it in force."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.fees.books.chain import allowed, chain
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Row
from yichuang.records.catalogue.options import fee_scheme
from yichuang.records.catalogue.versions import version_of
from yichuang.records.fees.models import FeeStandard, StandardState
from yichuang.records.fees.standards import number_of, standards_of
from yichuang.records.ids import new_id
from yichuang.rules.fees.standards import Standard, may_issue


@dataclass(frozen=True, slots=True)
class StandardProposal:
    """For which item, by its version in force, and the standard itself."""

    region_code: str
    item_version_id: UUID
    standard: Standard


def propose_standard(wish: StandardProposal, ctx: Context) -> Filed:
    """Put a proposal on record; nothing is worked out by it before somebody else agrees.

    Raises: Refused, Conflict, KeyReused.  Basis: XKF-58.1, XKF-59
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    grant = allowed("money.standard_proposed", wish.region_code, ctx)
    version, new = version_of(wish.item_version_id), wish.standard
    before = [row for row in standards_of(wish.region_code, version.item.id) if row.name == new.name]
    number = 1 + number_of(wish.region_code, version.item.id, new.name)
    charges = [charge.name for charge in fee_scheme(version).charges]
    latest = max((row.effective_on for row in before), default=None)
    may_issue(new, charges=charges, latest_on=latest, today=ctx.today).raise_if_refused()
    place, identity = chain(wish.region_code), {"item_id": version.item.id, "item_version_id": version.id}
    filing = Filing(
        place=place, verb="money.standard_proposed", set={},
        add=(Row(FeeStandard, _row(wish, number, ctx) | identity),), create=not place.version,
        facts={"name": new.name, "number": number, "effective_on": new.effective_on},
        post_id=grant.post_id if grant else None,
    )  # fmt: skip
    return file(filing, ctx)


def _row(wish: StandardProposal, number: int, ctx: Context) -> dict[str, Any]:
    new = wish.standard
    return {
        "id": new_id(), "region_code": wish.region_code, "name": new.name, "number": number,
        "unit": new.unit.strip()[:20], "price": new.price, "ceiling": new.ceiling, "basis": new.basis.strip()[:200],
        "effective_on": new.effective_on, "reductions": [asdict(row) for row in new.reductions],
        "document_no": new.document_no.strip()[:60], "state": StandardState.PROPOSED.value,
        "proposed_by_id": ctx.officer.user_id, "proposed_at": ctx.at, "issued_by_id": None, "issued_at": None,
        "words": "",
    }  # fmt: skip
