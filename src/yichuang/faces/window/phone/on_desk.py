"""新收件时: codes that belong to the form on the desk; what came goes into the form, as a scan does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.http import HttpRequest

from yichuang.faces.window.frame import region_of
from yichuang.faces.window.intake.typed import Typed
from yichuang.faces.window.phone.doing import answered, ended, offered
from yichuang.faces.window.phone.showing import Shown, file_of, ids_in, shown
from yichuang.records.uploads.models import UploadLink
from yichuang.records.uploads.queries import arrival_in, links_in

_MOST = 12  # codes of one form


def standing_here(request: HttpRequest, more: Sequence[str] = ()) -> list[UploadLink]:
    """Return the links of the form that was posted. One query where it has any."""
    ids = ids_in([*request.POST.getlist("w_up")[-_MOST:], *more])
    rows = links_in(region_of(request), ids) if ids else []
    return [row for row in rows if row.desk == _desk(request) and row.clerk_id == request.officer.user_id]


def shown_here(request: HttpRequest, links: Sequence[UploadLink]) -> list[Shown]:
    """Return the codes that still take files, and those whose files still wait."""
    rows = [shown(request, link) for link in links]
    return [row for row in rows if row.open or any(one.waiting for one in row.came)]


def pressed(request: HttpRequest, typed: Typed) -> tuple[Typed, list[UploadLink]]:
    """Do what was pressed: show a code, take a file over, leave it, end the code.  Raises: Refused."""
    links, post = standing_here(request), request.POST
    if (key := post.get("w_phone", "")) and typed.item:
        line = next((line for line in typed.lines if line.key == key), None)
        if line is not None:
            named = {"material_key": line.key, "material_name": line.name, "item_name": typed.item.name}
            made = offered(request, {**named, "desk": _desk(request)})
            return typed, standing_here(request, [str(made)])
    for wanted in ids_in([post.get("w_end", "")]):
        for link in (link for link in links if link.id == wanted):
            ended(request, link)
            return typed, standing_here(request)
    for take, texts in ((True, post.getlist("w_take")[:1]), (False, post.getlist("w_drop")[:1])):
        for wanted in ids_in(texts):
            typed = _answered(request, typed, links, wanted, take=take)
    return typed, links


def close_all(request: HttpRequest) -> None:
    """End the codes of a form that was put on record."""
    for link in standing_here(request):
        ended(request, link)


def _answered(request: HttpRequest, typed: Typed, links: Sequence[UploadLink], wanted: UUID, *, take: bool) -> Typed:
    for link in links:
        row = arrival_in(link, wanted)
        if row is None:
            continue
        answered(request, link, row.id, take=take)
        if not take or typed.item is None or typed.item.name[:200] != link.item_name:
            return typed
        file = file_of(link, row)
        return replace(
            typed,
            lines=tuple(
                replace(line, files=(*(one for one in line.files if one["digest"] != row.digest), file))
                if line.key == link.material_key
                else line
                for line in typed.lines
            ),
        )
    return typed


def _desk(request: HttpRequest) -> str:
    return request.POST.get("key", "")[:64]
