"""当场决定: the second person (首席代表) decides an instant case that the window accepted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from yichuang.acts.decision.decide import Decision, decide
from yichuang.faces.common.access import allow
from yichuang.faces.window.case.acting import ActPage, run
from yichuang.law.book import book
from yichuang.records.cases.access import read_case
from yichuang.records.catalogue.models import PowerKind
from yichuang.records.catalogue.versions import version_of

_GRANT, _DENY = "准予许可", "不予许可"

DECIDE = ActPage(
    title="当场决定",
    verb="作出决定",
    properties={
        "conclusion": {"enum": [_GRANT, _DENY], "title": "决定"},
        "reason": {"type": "string", "title": "理由", "maxLength": 1000},
        "basis": {"type": "string", "title": "法律依据", "maxLength": 300},
    },
    required=("conclusion", "basis"),
    layout={"reason": {"widget": "textarea", "help": "不予许可的必须写明理由，写进决定书"}},
    wish=lambda on, told: Decision(on, told.get("conclusion", _GRANT) == _GRANT, told.get("reason", ""), told["basis"]),
    act=decide,
    done="已作出决定 {no}",
    css="",
    preview_first=False,
    note="收件受理的人不能再作决定（一审一核）。",
    next=("下一件", "/desk/decisions/"),
)


@allow("chief_representative")
@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, no: str) -> HttpResponse:
    """Decide on the spot."""
    case = read_case(no, request.officer, request.directory)
    return run(request, no, DECIDE, _given(case))


def _given(case: Any) -> Mapping[str, Any]:
    """Return what most decisions say: granted, under the article of the item."""
    version = version_of(case.item_version_id)
    general = book().cite("XKF-38.1") if version.item.power_kind == PowerKind.LICENCE else ""
    rows = version.guide.get("setting_basis") or ()
    basis = next((row["basis"] for row in rows if row.get("basis")), general)
    return {"conclusion": _GRANT, "basis": basis}
