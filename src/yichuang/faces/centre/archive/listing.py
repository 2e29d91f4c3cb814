"""/centre/archive/: what is due, what is kept, what has run out, which lists there are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid5

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from yichuang.acts.act import On
from yichuang.acts.archive.pack import pack_all
from yichuang.acts.archive.register import Registration, register_archive
from yichuang.acts.filing.shapes import Conflict
from yichuang.faces.centre.archive import KEEPERS, frame
from yichuang.faces.centre.scope import region_of
from yichuang.faces.common import results
from yichuang.faces.common.access import ARCHIVE, allow
from yichuang.faces.common.doing import context_of, new_key
from yichuang.faces.common.sentences import refusal
from yichuang.law.book import book
from yichuang.records.archive import queries
from yichuang.records.cases.access import NotFound
from yichuang.rules.archive.retention import due_before
from yichuang.rules.verdict import Refused

_PAGE, _AT_ONCE = 50, 50
TABS = (("due", "应归档"), ("kept", "已归档"), ("over", "保管期满"), ("lists", "处置清册"))


@allow(*ARCHIVE)
@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """Show one of the four lists."""
    tab = request.GET.get("tab", "due")
    return show(request, tab if tab in dict(TABS) else "due")


def show(request: HttpRequest, tab: str, *, status: int = 200, **more: Any) -> HttpResponse:
    """Render a tab."""
    region, today = region_of(request, ARCHIVE), request.today
    norms = book().norms(request.directory.centres[region].profile, today)
    words, year = request.GET.get("q", "").strip()[:60], request.GET.get("year", "")
    chosen = int(year) if year.isascii() and year.isdigit() and len(year) == len("2026") else None
    rows: Any = {
        "due": lambda: queries.to_archive(region, today),
        "kept": lambda: queries.kept(region, words=words, year=chosen),
        "over": lambda: queries.run_out(region, today),
        "lists": lambda: queries.disposals(region),
    }[tab]()
    told = {
        "tab": tab, "tabs": TABS, "page": Paginator(rows, _PAGE).get_page(request.GET.get("page")), "q": words,
        "year": chosen, "years": queries.years_of(region) if tab == "kept" else [], "key": new_key(),
        "late": due_before(today, norms), "within": norms.number("archive_within"),
        "may": bool(KEEPERS & request.officer.roles()), "names": request.directory.names, "region_code": region,
    }  # fmt: skip
    return render(request, "centre/archive/list.html", frame(request) | told | more, status=status)


@allow(*KEEPERS)
@require_http_methods(["GET", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Give archive numbers to the chosen cases, each by an act of its own, and make their packages."""
    if request.method == "GET":
        return HttpResponseRedirect("/centre/archive/")
    ctx, done = context_of(request), []
    for no in request.POST.getlist("no")[:_AT_ONCE]:
        one = replace(ctx, key=f"archive:{uuid5(request.officer.user_id, f'{ctx.key}{no}')}")
        try:
            done.append(register_archive(Registration(On(no[:20])), one).no)
        except Refused as said:
            return show(request, "due", status=422, refusal=refusal(said, request.today))
        except (Conflict, NotFound):
            continue
    left: list[str] = []
    pack_all(done, ctx, left)
    if done:
        results.done(request, f"已归档 {len(done)} 件" + (f"，{len(left)} 件等封装" if left else ""))
    return HttpResponseRedirect("/centre/archive/?tab=kept" if done else "/centre/archive/")
