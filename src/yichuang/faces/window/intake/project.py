"""投资项目 at the desk: an application of a project's stage is put on record with its project."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from yichuang.acts.intake.submit import Submission, submit
from yichuang.acts.projects.add_case import StageCase, add_case
from yichuang.acts.projects.frame import OnProject
from yichuang.faces.window.frame import region_of
from yichuang.faces.window.intake.typed import Typed
from yichuang.law.book import book
from yichuang.records.cases.access import NotFound
from yichuang.records.catalogue.models import Item
from yichuang.records.projects.access import ProjectFile, read_project
from yichuang.records.projects.queries import stages_of_item
from yichuang.rules.projects.stages import may_work
from yichuang.rules.verdict import Refused


def asks(typed: Typed, request: HttpRequest) -> bool:
    """Say whether the item on the desk may belong to a project, so that its code is asked for."""
    return typed.item is not None and bool(_stages(typed.item, request))


def deed(request: HttpRequest, typed: Typed, wish: Submission) -> tuple[Any, Any]:
    """Return the act and its wish: a case of its own, or one of the stage whose turn it is.

    Raises: Refused (`project_unknown`).  Basis: S4-二(四).4
    """
    if not typed.project:
        return submit, wish
    try:
        found = read_project(typed.project, request.officer, [region_of(request)])
    except NotFound as missing:
        raise Refused("project_unknown", "S4-二(四).4", {"typed": typed.project}) from missing
    return add_case, StageCase(OnProject(found.row.code), _stage(found, wish, request), wish)


def _stage(found: ProjectFile, wish: Submission, request: HttpRequest) -> str:
    """Return the stage the item is asked for in: one whose turn it is before one that is told why not.

    Raises: Refused (`item_not_of_stage`): the item belongs to projects of another nature.  Basis: S4-二(四).4
    """
    item = wish.version.item
    keys = [one.key for one in found.standing if one.key in _stages(item, request, found.row.nature)]
    if not keys:
        elsewhere = [one.key for one in found.standing if one.key in _stages(item, request)]
        stage = next(iter(elsewhere), found.standing[0].key)
        raise Refused("item_not_of_stage", "S4-二(四).4", {"item": item.name, "stage": stage})
    now = [key for key in keys if may_work(found.standing, key).allowed]
    return (now or keys)[0]


def _stages(item: Item, request: HttpRequest, nature: str = "") -> set[str]:
    centre = request.directory.centres[region_of(request)]
    known = book().norms(centre.profile, request.today).get("project_stages")
    return stages_of_item(centre.id, item.id, nature) if known else set()
