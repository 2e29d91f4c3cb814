"""Who may look at which seal (印章的查看): its keeper, and who watches the centre. Denied looks like not found."""

from __future__ import annotations

from yichuang.records.cases.access import NotFound
from yichuang.records.seals.models import Seal
from yichuang.records.seals.queries import seals_in
from yichuang.rules.officers import Officer
from yichuang.rules.seals.life import may_see


class NoSeal(NotFound):
    """No such seal, or not for this officer."""


def seal_for(region_code: str, no: str, officer: Officer) -> Seal:
    """Return a seal that the officer may look at.  Raises: NoSeal."""
    row = Seal.objects.filter(region_code=region_code, no=no).select_related("keeper").first()
    if row is None or not may_see(officer, row.region_code, row.keeper_id):
        raise NoSeal(no)
    return row


def seals_for(regions: list[str], officer: Officer) -> list[Seal]:
    """Return the seals of these regions that the officer may look at."""
    return [row for code in regions for row in seals_in(code) if may_see(officer, code, row.keeper_id)]
