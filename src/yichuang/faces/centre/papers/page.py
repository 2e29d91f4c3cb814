"""一种文书的模板: its words or its source, the sample made of what is typed, its history; published from a day on.

Nothing is kept between the steps but the form itself; the act judges once more.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.papers.paper import TEMPLATE_VERSION
from yichuang.acts.papers.publish_template import TemplateWish, publish_template
from yichuang.faces.centre.papers.listing import EDITORS
from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import allow
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.results import done
from yichuang.faces.common.sentences import refusal
from yichuang.records.documents.editing.editions import editions_of
from yichuang.records.documents.editing.trial import limits_of, pages_of, said
from yichuang.records.documents.editing.wording import PLACES, SOURCE_MAX, STANDARD, Wording
from yichuang.records.documents.models import DocumentKind, TemplateEdition
from yichuang.records.documents.rendering import A4, SLIPS, STRIP, RenderingFault, standard_source
from yichuang.rules.verdict import Refused

_PPI = 84


@dataclass(frozen=True, slots=True)
class Typed:
    """The form as it was typed."""

    wording: Wording
    whole: bool  # the source is edited, not the words alone
    effective: str
    paper: str


@allow(*EDITORS)
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, kind: str) -> HttpResponse:
    """Show the form with the sample; on POST make the sample again, or publish."""
    if kind not in DocumentKind.values:
        raise Http404(kind)
    region, refused = region_of(request, EDITORS), None
    editions = editions_of(region, kind)
    typed = _typed(request) if request.method == "POST" else _kept(editions, request)
    if request.method == "POST" and request.POST.get("do") == "publish":
        try:
            return _publish(request, region, kind, typed)
        except Refused as said:
            refused = refusal(said, request.today)
    shown = _sample(kind, typed)
    if request.htmx:
        return render(request, "centre/papers/part/sample.html", shown)
    context: dict[str, Any] = {
        "kind": kind,
        "label": DocumentKind(kind).label,
        "typed": typed,
        "places": [(place, typed.wording.texts.get(place.name, "")) for place in PLACES],
        "source": typed.wording.source or standard_source(kind, TEMPLATE_VERSION),
        "source_max": SOURCE_MAX,
        "editions": [(row, request.directory.names.get(row.published_by_id, "—")) for row in editions],
        "after": editions[0].number if editions else 0,
        "standing": f"第 {editions[0].number} 版" if editions else "标准",
        "slip": kind in SLIPS,
        "key": request.POST.get("key") or new_key(),
    }
    context |= frame(request, EDITORS) | shown | {"refusal": refused}
    return render(request, "centre/papers/page.html", context, status=422 if refused else 200)


def _publish(request: HttpRequest, region: str, kind: str, typed: Typed) -> HttpResponse:
    after = request.POST.get("after", "")[:9]
    wish = TemplateWish(
        region, kind, _day(typed.effective) or request.today, typed.wording.texts, typed.wording.source,
        int(after) if after.isdecimal() and after.isascii() else None,
    )  # fmt: skip
    filed = perform(request, publish_template, wish)
    done(
        request,
        f"{DocumentKind(kind).label}第 {filed.answer['number']} 版已发布，{wish.effective_on} 起编号的文书适用。",
    )
    return HttpResponseRedirect(f"/centre/templates/{kind}/?region={region}")


def _sample(kind: str, typed: Typed) -> dict[str, Any]:
    """Return the sample as pictures, or why it can't be made."""
    paper = STRIP if typed.paper == STRIP and kind in SLIPS else A4
    too_long = limits_of(typed.wording)
    if too_long:
        return {"fault": "；".join(too_long), "strip": paper == STRIP}
    try:
        pages = pages_of(kind, typed.wording, ppi=_PPI if paper == A4 else 2 * _PPI, paper=paper)
    except RenderingFault as fault:
        return {"fault": said(fault), "strip": paper == STRIP}
    return {"pages": [base64.b64encode(one).decode() for one in pages], "strip": paper == STRIP}


def _kept(editions: list[TemplateEdition], request: HttpRequest) -> Typed:
    """Return the newest edition, or one asked for, as the next one from tomorrow on."""
    asked = request.GET.get("edition", "")
    row = next((one for one in editions if str(one.number) == asked), editions[0] if editions else None)
    tomorrow = request.today + timedelta(days=1)
    day = max(tomorrow, editions[0].effective_on) if editions else tomorrow
    wording = STANDARD if row is None else Wording(row.texts, row.source, row.base)
    return Typed(wording, bool(wording.source), day.isoformat(), A4)


def _typed(request: HttpRequest) -> Typed:
    told = request.POST
    texts = {place.name: told.get(place.name, "").replace("\r\n", "\n").strip() for place in PLACES}
    whole = told.get("whole") == "1"
    source = told.get("source", "").replace("\r\n", "\n") if whole else ""
    wording = Wording({name: words for name, words in texts.items() if words}, source, TEMPLATE_VERSION)
    return Typed(wording, whole, told.get("effective_on", "")[:10], told.get("paper", A4))


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
