"""当场决定: the second person (首席代表) decides an instant case that the window accepted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.passing.check_at_window import WindowCheck, check_at_window
from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.common.casework.result_words import result_words
from yichuang.faces.window.case.acting import ActPage, run
from yichuang.law.book import book
from yichuang.records.cases.access import read_case
from yichuang.records.catalogue.models import ItemVersion, PowerKind
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.verdict import Refused

DECIDE = ActPage(
    title="当场决定",
    verb="作出决定",
    properties={
        "conclusion": {"enum": list(result_words(PowerKind.LICENCE)), "title": "决定"},
        "reason": {"type": "string", "title": "理由", "maxLength": 1000},
        "basis": {"type": "string", "title": "法律依据", "maxLength": 300},
    },
    required=("conclusion",),
    layout={"reason": {"widget": "textarea", "help": "不予的必须写明理由，写进决定书"}},
    wish=lambda on, told: _decision(on, told, "", result_words(PowerKind.LICENCE)[0]),
    act=decide,
    done="已作出决定 {no}",
    css="",
    preview_first=False,
    note="收件受理的人不能再作决定（一审一核）。",
    next=("下一件", "/desk/decisions/"),
)


_PASSED, _FAILED = "符合", "不符合"
CHECK = ActPage(
    title="窗口审查",
    verb="提交审查意见",
    properties={
        "conclusion": {"enum": [_PASSED, _FAILED], "title": "形式审查结论"},
        "opinion": {"type": "string", "title": "审查意见", "maxLength": 1000},
    },
    required=("conclusion", "opinion"),
    layout={"opinion": {"widget": "textarea", "help": "内部意见，申请人看不到"}},
    wish=lambda on, told: WindowCheck(on, told.get("conclusion", _PASSED) == _PASSED, told.get("opinion", "")),
    act=check_at_window,
    done="已审查 {no}，等另一人核准签发",
    css="",
    preview=False,
    note="一审一核：只作形式审查的事项由窗口审查，再由窗口另一人核准签发，审与核不能是同一人。",
)


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, no: str) -> HttpResponse:
    """Review at the window what needs only a formal review."""
    read_case(no, request.officer, request.directory)
    return run(request, no, CHECK, {"conclusion": _PASSED})


@allow("chief_representative")
@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, no: str) -> HttpResponse:
    """Decide on the spot."""
    version = version_of(read_case(no, request.officer, request.directory).item_version_id)
    article, (grant, deny) = _article(version), result_words(version.item.power_kind)
    told = f"{grant}的可以不填，写作{article}。" if article else ""
    help_text = f"{told}{deny}的必须写不予的依据，不是事项的设定依据"
    page = replace(
        DECIDE,
        properties={**DECIDE.properties, "conclusion": {"enum": [grant, deny], "title": "决定"}},
        layout={**DECIDE.layout, "basis": {"help": help_text}},
        wish=lambda on, told: _decision(on, told, article, grant),
    )
    return run(request, no, page, {"conclusion": grant})


def _decision(on: On, told: Mapping[str, Any], article: str, granting: str) -> Decision:
    """Return the decision as typed; only a grant rests on the item's own article where nothing is written.

    Raises: Refused.  Basis: XKF-38.2
    """
    grant = told.get("conclusion", granting) == granting
    if not grant and not told.get("basis"):
        raise Refused("denial_basis_missing", "XKF-38.2")
    return Decision(on, grant, told.get("reason", ""), told.get("basis") or (article if grant else ""))


def _article(version: ItemVersion) -> str:
    """Return the article under which most of this item is granted."""
    general = book().cite("XKF-38.1") if version.item.power_kind == PowerKind.LICENCE else ""
    rows = version.guide.get("setting_basis") or ()
    return next((row["basis"] for row in rows if row.get("basis")), general)
