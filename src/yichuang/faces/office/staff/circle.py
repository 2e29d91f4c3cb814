"""Whose roster somebody looks at (看得到的人员): his departments, for the centre the whole region, else himself."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.faces.common.access import OFFICE, WINDOW
from yichuang.records.org.directory import Directory
from yichuang.rules.moves.shapes import LEADERS
from yichuang.rules.officers import Officer
from yichuang.rules.staff.roster import Post

STAFF = OFFICE | WINDOW | {"centre_manager"}


@dataclass(frozen=True, slots=True)
class Circle:
    """The departments and regions whose people somebody sees; `whole` regions are seen in full."""

    user_id: UUID | None
    departments: frozenset[UUID]
    regions: tuple[str, ...]
    whole: frozenset[str]
    windows: frozenset[str]
    leads: frozenset[UUID]

    def has(self, post: Post) -> bool:
        """Say whether a post is within."""
        if post.user_id == self.user_id or post.department_id in self.departments or post.region_code in self.whole:
            return True
        return post.role == "window_clerk" and post.region_code in self.windows

    def may_note(self, post: Post) -> bool:
        """Say whether an absence of its holder may be noted by this officer."""
        return post.user_id == self.user_id or post.region_code in self.whole or post.department_id in self.leads


def circle_of(officer: Officer) -> Circle:
    """Return the circle of an officer."""
    own = [grant for grant in officer.grants if not grant.verbs]
    return Circle(
        officer.user_id,
        frozenset(g.department_id for g in own if g.department_id),
        tuple(dict.fromkeys(g.region_code for g in own)),
        frozenset(g.region_code for g in own if g.role == "centre_manager"),
        frozenset(g.region_code for g in own if g.role in WINDOW),
        frozenset(g.department_id for g in own if g.role in LEADERS and g.department_id),
    )


def posts_in(directory: Directory, circle: Circle) -> list[Post]:
    """Return the posts within a circle."""
    return [post for post in directory.roster.posts if circle.has(post)]
