"""Who acts: an officer is a frozen value of grants; an applicant is an officer without any (行为人)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from yichuang.rules.proxy.capacity import Capacity


@dataclass(frozen=True, slots=True)
class Grant:
    """One post held today: role, region, department, window (任岗).

    `acting_for` is whose post it is where somebody stands in or signs by delegation (代何人); a delegation may be
    of some acts (`verbs`) and some items only. Empty means all.
    """

    post_id: UUID
    role: str
    region_code: str
    department_id: UUID | None = None
    window_id: UUID | None = None
    acting_for: UUID | None = None
    verbs: frozenset[str] = frozenset()
    items: frozenset[UUID] = frozenset()

    def covers(self, verb: str, item_id: UUID | None) -> bool:
        """Say whether the grant is good for this act on a case of this item; taking a case up goes with any."""
        if self.verbs and verb not in self.verbs and verb != "case.claimed":
            return False
        return not self.items or item_id in self.items


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who may act: `user_id` None is an anonymous visitor; `system` is the sweep."""

    user_id: UUID | None
    name: str = ""
    grants: tuple[Grant, ...] = ()
    system: bool = False
    capacity: Capacity | None = None  # as whom besides himself; None: as himself
    former: frozenset[str] = frozenset()  # organisations (credit codes) that named him once and do not any more
    away_until: date | None = None  # 请假: his posts sleep until this day, this day included

    def acting(self, verb: str, item_id: UUID | None = None, for_whom: UUID | None = None) -> Officer:
        """Return the officer with the grants that are good for this act, those in `for_whom`'s stead first."""
        for grant in self.grants:
            if grant.acting_for:
                break
        else:
            return self
        good = [grant for grant in self.grants if grant.covers(verb, item_id)]
        if for_whom is not None:
            good.sort(key=lambda grant: grant.acting_for != for_whom)
        return replace(self, grants=tuple(good))

    def roles(self) -> frozenset[str]:
        """Return the words of all posts held."""
        return frozenset(grant.role for grant in self.grants)

    def grant(self, roles: frozenset[str], *, region_code: str, department_id: UUID | None = None) -> Grant | None:
        """Return the first grant with one of the roles in the region and, where given, the department."""
        for grant in self.grants:
            if grant.role not in roles or grant.region_code != region_code:
                continue
            if department_id is None or grant.department_id == department_id:
                return grant
        return None

    def grant_in(self, roles: frozenset[str], departments: frozenset[UUID]) -> Grant | None:
        """Return the first grant with one of the roles at one of the departments, wherever these lie."""
        for grant in self.grants:
            if grant.role in roles and grant.department_id in departments:
                return grant
        return None


SYSTEM = Officer(None, "系统", system=True)
ANONYMOUS = Officer(None)
