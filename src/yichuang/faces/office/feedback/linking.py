"""What a form names (所选的部门、窗口、事项): departments and windows as one list, an item by its code."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from yichuang.records.catalogue.models import Item


def places(request: HttpRequest, region_code: str) -> dict[str, list[tuple[str, str]]]:
    """Return the departments of a region, and with its windows: value and name."""
    directory = request.directory
    centre = directory.centres[region_code]
    departments = [row for row in directory.departments.values() if row.centre_id == centre.id]
    windows = [row for row in directory.windows.values() if row.centre_id == centre.id]
    named = [(f"d:{row.id}", row.short_name or row.name) for row in sorted(departments, key=lambda one: one.name)]
    open_to = [(f"w:{row.id}", f"窗口 {row.no} {row.name}") for row in sorted(windows, key=lambda one: one.no)]
    return {"departments": named, "places": named + open_to}


def target_of(value: str) -> dict[str, UUID | None]:
    """Return the department or the window that was chosen."""
    kind, _, told = value.partition(":")
    chosen = id_of(told)
    return {"department_id": chosen if kind == "d" else None, "window_id": chosen if kind == "w" else None}


def staff_of(request: HttpRequest, region_code: str) -> list[tuple[str, str]]:
    """Return who holds a post in a region today: id, name and place, each once."""
    directory, found = request.directory, {}
    for post in directory.roster.posts:
        if post.region_code != region_code or not post.holds(request.today) or post.user_id in found:
            continue
        department, window = directory.departments.get(post.department_id), directory.windows.get(post.window_id)
        place = department.short_name if department else f"窗口 {window.no}" if window else ""
        found[post.user_id] = f"{directory.names.get(post.user_id, '')} {place}".strip()
    return sorted(((str(user), words) for user, words in found.items()), key=lambda one: one[1])


def id_of(value: str) -> UUID | None:
    """Return what was chosen as an id, or None."""
    try:
        return UUID(value)
    except ValueError:
        return None


def item_of(code: str) -> UUID | None:
    """Return the item with that code, or None."""
    row = Item.objects.filter(code=code.strip()).only("id").first() if code.strip() else None
    return row.id if row else None
