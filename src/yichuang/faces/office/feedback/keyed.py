"""/feedback/concerns/new/: what was said at the desk, by telephone, in a letter, or sent by the hotline is keyed in."""

from __future__ import annotations

import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.concerns.file import file_concern
from yichuang.acts.concerns.wish import NewConcern
from yichuang.faces.common import nav, results
from yichuang.faces.common.access import allow
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.office.feedback.linking import item_of, places, target_of
from yichuang.faces.office.feedback.steps import WHO, region_here
from yichuang.records.cases.access import NotFound
from yichuang.records.feedback.access import concern_for
from yichuang.records.feedback.models import ConcernKind, ConcernSource, ConcernTarget, Medium
from yichuang.rules.verdict import Refused

_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_MAX = {"title": 100, "words": 2000, "name": 100, "phone": 20, "hotline_no": 40, "case_no": 20, "item": 60, "to": 50,
        "person": 60, "about": 50}  # fmt: skip
_SOURCES = [choice for choice in ConcernSource.choices if choice[0] != ConcernSource.WEB]


@allow(*WHO)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show the form, or put what was said on record."""
    if request.method == "GET":
        return _form(request, {})
    typed = {name: request.POST.get(name, "").strip()[:most] for name, most in _MAX.items()}
    typed |= {name: request.POST.get(name, "")[:12] for name in ("kind", "source", "medium", "target")}
    code = "".join(secrets.choice(_LETTERS) for _ in range(8))
    try:
        filed = perform(request, file_concern, _wish(request, typed, code))
    except Refused as refused:
        return _form(request, typed, refusal(refused, request.today))
    number = str(filed.answer["concern"])
    told = "这张工单已经登记过" if filed.repeated else f"请告诉提出人：编号 {number}，查询码 {code}"
    results.done(request, f"已登记 {number}。{told}。")
    try:
        concern_for(number, request.officer, request.directory)
    except NotFound:  # about somebody who is found out first: only the centre reads it
        return HttpResponseRedirect("/feedback/concerns/")
    return HttpResponseRedirect(f"/feedback/concerns/{number}/")


def _wish(request: HttpRequest, typed: dict[str, str], code: str) -> NewConcern:
    window = next((grant.window_id for grant in request.officer.grants if grant.window_id), None)
    to, whom = target_of(typed["to"]), target_of(typed["about"])
    return NewConcern(
        region_here(request), typed["kind"], typed["title"], typed["words"], code,
        source=typed["source"] if typed["source"] in dict(_SOURCES) else ConcernSource.WINDOW.value,
        name=typed["name"], phone=typed["phone"], anonymous=not (typed["name"] or typed["phone"]),
        department_id=to["department_id"], window_id=to["window_id"] or (None if to["department_id"] else window),
        item_id=item_of(typed["item"]), case_no=typed["case_no"], hotline_no=typed["hotline_no"],
        medium=typed["medium"], target=typed["target"], target_department_id=whom["department_id"],
        target_window_id=whom["window_id"], person_named=typed["person"],
    )  # fmt: skip


def _form(request: HttpRequest, typed: dict[str, str], refused: Refusal | None = None) -> HttpResponse:
    context: dict[str, Any] = {
        "typed": typed,
        "kinds": ConcernKind.choices,
        "sources": _SOURCES,
        "media": [choice for choice in Medium.choices if choice[0]],
        **places(request, region_here(request)),
        "targets": ConcernTarget.choices,
        "refusal": refused,
        "key": new_key(),
    }
    return render(request, "office/feedback/new.html", nav.around(request) | context, status=422 if refused else 200)
