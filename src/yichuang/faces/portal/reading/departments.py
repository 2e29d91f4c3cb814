"""部门: who is here, what each handles, at which windows."""

from __future__ import annotations

from collections import Counter

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.common.access import allow
from yichuang.faces.portal.reading.cards import rows
from yichuang.faces.portal.reading.hall import zones
from yichuang.faces.portal.reading.here import departments_here, shelf_here
from yichuang.records.org.models import Window


@allow("public")
@require_safe
def departments(request: HttpRequest) -> HttpResponse:
    """List the departments with the number of their items."""
    stock = shelf_here(request)
    counts = Counter(card.department for card in stock.cards)
    online = Counter(card.department for card in stock.cards if card.open)
    found = [(row, counts[row.slug], online[row.slug]) for row in departments_here(request)]
    return render(
        request,
        "portal/departments.html",
        {"departments": sorted(found, key=lambda row: -row[1]), "crumbs": [("部门", "")]},
    )


@allow("public")
@require_safe
def department(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one department: its items, windows and telephones."""
    row = next((d for d in request.directory.departments.values() if d.slug == slug), None)
    if row is None:
        raise Http404
    stock = shelf_here(request)
    return render(
        request,
        "portal/department.html",
        {
            "department": row,
            "rows": rows(card for card in stock.cards if card.department == slug),
            "zones": zones(Window.objects.filter(departments=row)),
            "crumbs": [("部门", "/departments/"), (row.short_name, "")],
        },
    )
