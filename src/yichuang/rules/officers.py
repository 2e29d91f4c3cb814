"""Who acts: an officer is a frozen value of grants; an applicant is an officer without any (行为人)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Grant:
    """One post held today: role, region, department, window (任岗)."""

    post_id: UUID
    role: str
    region_code: str
    department_id: UUID | None = None
    window_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who may act: `user_id` None is an anonymous visitor; `system` is the sweep."""

    user_id: UUID | None
    name: str = ""
    grants: tuple[Grant, ...] = ()
    system: bool = False

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
