"""受理 at the desk: acceptance and, if wanted, the hand-over to the department, two acts from one form."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest

from yichuang.acts.act import On
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.faces.common.doing import perform
from yichuang.faces.window import sheet
from yichuang.faces.window.sheet import Line
from yichuang.rules.verdict import Refused


def accept_and_route(request: HttpRequest, on: On, lines: Sequence[Line], key: str) -> Refused | None:
    """Accept; then hand over if the form says so. Return why the hand-over was refused, the acceptance stands.

    Raises: Refused, Conflict: then nothing was accepted.
    """
    handed = request.POST.get("w_handed") == "1"
    wish = Acceptance(on, sheet.verdicts(lines), sheet.promised(lines), handed)
    perform(request, accept, wish, key=f"{key}:a")
    if request.POST.get("w_route") != "1":
        return None
    try:
        perform(request, route, Routing(On(on.no)), key=f"{key}:r")
    except Refused as refused:
        return refused
    return None
