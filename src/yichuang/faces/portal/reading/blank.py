"""空表: the blank of a form or letter, to print and fill in by hand. Free, without logging in.

Basis: XKF-29.1, XKF-58.2
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.common.access import allow
from yichuang.faces.common.forms.schema_form import form_spec
from yichuang.faces.portal.reading.guide import find
from yichuang.faces.portal.reading.materials import material_list

_FORMS = ("申请书", "申请表", "备案表", "登记表")
_LETTERS = ("委托书", "授权")


@allow("public")
@require_safe
def blank(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Show the blank of one material: the item's form, a power of attorney, or a ruled sheet."""
    found = find(request, code)
    slot = next((m for m in found.version.materials if m["key"] == key and m.get("blank_form")), None)
    if slot is None:
        raise Http404
    situation = material_list(found.version, request.GET.get("situation", "")).situation
    spec = form_spec(found.version.form_schema, found.version.form_ui, situation=situation)
    is_form = any(word in slot["name"] for word in _FORMS)
    return render(
        request,
        "portal/blank.html",
        {
            "item": found.item,
            "version": found.version,
            "name": slot["name"],
            "sections": [(s, spec.of_section(s.key)) for s in spec.sections] if is_form else [],
            "letter": any(word in slot["name"] for word in _LETTERS),
        },
    )
