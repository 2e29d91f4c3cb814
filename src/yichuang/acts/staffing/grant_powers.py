"""窗口授权: the head of a department grants its window these powers from today, and no others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Change, Filed, Filing, Row
from yichuang.acts.staffing.book import NotInRoster, known_to_all, under
from yichuang.records.ids import new_id
from yichuang.records.org.models import WindowGrant
from yichuang.rules.staff.standing import Asked, Written, may_grant_powers


@dataclass(frozen=True, slots=True)
class PowersGrant:
    """Which department, which powers its window has from today on, on which paper, and of which day that is."""

    department_id: UUID
    powers: frozenset[str]
    basis: str
    signed_on: date | None = None

    @property
    def paper(self) -> str:
        """Return the paper as it is kept: its name and number, and the day it bears (落款日期)."""
        words = self.basis.strip()[:180]
        return f"{words}（{self.signed_on:%Y-%m-%d}）" if self.signed_on else words


def grant_powers(wish: PowersGrant, ctx: Context) -> Filed:
    """Put on record what the window was granted; what is not named any more ended yesterday.

    Raises: NotInRoster, Refused (not its head, nothing in writing), Conflict, KeyReused.  Basis: S1-二2
    """
    department = ctx.directory.departments.get(wish.department_id)
    if department is None:
        raise NotInRoster(str(wish.department_id))
    region = department.centre.region.code
    first = repeated(region, ctx)
    if first is not None:
        return first
    written = Written(wish.basis, wish.signed_on)
    may_grant_powers(wish.department_id, written, Asked(ctx.officer, ctx.today)).raise_if_refused()
    held = {row.power: row for row in WindowGrant.objects.filter(department=wish.department_id, ends_on=None)}
    ends = {"ends_on": ctx.today - timedelta(days=1)}
    filing = Filing(
        verb="staff.powers_granted",
        set={},
        add=tuple(_row(region, power, wish, ctx) for power in sorted(wish.powers - held.keys())),
        change=tuple(Change(WindowGrant, held[one].pk, ends) for one in sorted(held.keys() - wish.powers)),
        facts={"department": wish.department_id, "powers": sorted(wish.powers), "basis": wish.paper},
        **under(region, ctx),
    )
    with known_to_all():
        return file(filing, ctx)


def _row(region_code: str, power: str, wish: PowersGrant, ctx: Context) -> Row:
    return Row(
        WindowGrant,
        {
            "id": new_id(), "region_code": region_code, "department_id": wish.department_id, "power": power,
            "basis": wish.paper, "starts_on": ctx.today, "ends_on": None,
        },
    )  # fmt: skip
