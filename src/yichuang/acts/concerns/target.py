"""What or whom a concern is about (诉求对象): judged when it is filed; a person is looked for by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from yichuang.acts.concerns.wish import NewConcern
from yichuang.acts.context import Context
from yichuang.records.feedback.models import ConcernKind, ConcernSource, ConcernTarget
from yichuang.records.staffing.queries import wearer_of
from yichuang.rules.feedback.conflicts import Accused, found_out, may_work_on
from yichuang.rules.verdict import Refused

_NAMED = {
    ConcernTarget.WINDOW: "target_window_id",
    ConcernTarget.DEPARTMENT: "target_department_id",
    ConcernTarget.PERSON: "person_named",
}


def target_columns(wish: NewConcern, ctx: Context) -> dict[str, Any]:
    """Return the columns that say what or whom the concern is about.

    Raises: Refused (no such object, nothing named, not found where somebody must handle it at once, one's own).

    Basis: YSHJ-49
    """
    if wish.target not in ConcernTarget.values:
        raise Refused("concern_target", "YSHJ-49")
    column = _NAMED.get(ConcernTarget(wish.target))
    named = wish.person_named.strip()[:60]
    person = wish.person_id or person_named(named, wish.target_window_id, wish.region_code, ctx)
    if column and not (getattr(wish, column) or person):
        raise Refused("concern_target_missing", "YSHJ-49")
    if wish.source == ConcernSource.HOTLINE and named and person is None:
        raise Refused("person_unknown", "YSHJ-49")
    if wish.kind == ConcernKind.COMPLAINT and wish.source != ConcernSource.WEB:
        may_work_on(ctx.officer, Accused(person, wish.target_window_id)).raise_if_refused()
    return {
        "target": wish.target, "target_department_id": wish.target_department_id, "person_id": person,
        "target_window_id": wish.target_window_id, "person_named": named,
    }  # fmt: skip


def person_named(name: str, window_id: UUID | None, region_code: str, ctx: Context) -> UUID | None:
    """Return who of the staff of a region bears the name, or the badge of that number; None where that is not sure.

    Basis: YSHJ-49
    """
    if not name.strip():
        return None
    return found_out(name, window_id, _staff(region_code, ctx)) or _wearer(name, region_code, ctx)


def _wearer(told: str, region_code: str, ctx: Context) -> UUID | None:
    """Return who wears the badge (工号), where he holds a post here today."""
    found = wearer_of(region_code, told.strip().removeprefix("工号").strip(" ：:号"))
    return found if any(found == user for user, *_ in _staff(region_code, ctx)) else None


def _staff(region_code: str, ctx: Context) -> Iterator[tuple[UUID, str, set[UUID]]]:
    """Yield who holds a post in the region today, with the window of each post."""
    for post in ctx.directory.roster.posts:
        if post.region_code == region_code and post.holds(ctx.today):
            windows = {post.window_id} if post.window_id else set()
            yield post.user_id, ctx.directory.names.get(post.user_id, ""), windows
