"""To which department somebody at a window belongs (窗口人员的单位): his post's, or that of a window of one alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Window
from yichuang.records.staffing.queries import files_of
from yichuang.rules.staff.roster import Post

_KEY = "staffing: windows of one department"


def placed(posts: Iterable[Post], directory: Directory) -> tuple[Post, ...]:
    """Return posts with the department that they belong to; who sits at a comprehensive window belongs to the centre.

    Basis: S1-四2
    """
    alone = _of_one(directory)
    return tuple(
        replace(post, department_id=alone.get(post.window_id))
        if post.at_window and post.department_id is None and post.window_id is not None
        else post
        for post in posts
    )


def sent_by(users: Iterable[UUID], region_code: str, directory: Directory) -> UUID | None:
    """Return the one department of the centre that sent these people, as their files say (派出单位). One query.

    Basis: S1-四2
    """
    units = {row.home_unit for row in files_of(region_code, list(users)).values()}
    found = {
        key
        for key, one in directory.departments.items()
        if one.centre.region.code == region_code and units & {one.name, one.short_name}
    }
    return found.pop() if len(found) == 1 and len(units) == 1 else None


def _of_one(directory: Directory) -> dict[UUID, UUID]:
    """Return the windows that take in for one department only. One query, remembered with the directory."""
    if _KEY not in directory.memory:
        found: dict[UUID, list[UUID]] = {}
        for window, department in Window.departments.through.objects.values_list("window_id", "department_id"):
            found.setdefault(window, []).append(department)
        directory.memory[_KEY] = {window: only[0] for window, only in found.items() if len(only) == 1}
    known: dict[UUID, UUID] = directory.memory[_KEY]
    return known
