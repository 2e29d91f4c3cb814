"""证照类型目录: the types of a region on one page, with the form of the one that is edited."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.library.keep_type import TypeKeeping, keep_type
from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.results import done
from yichuang.faces.common.sentences import refusal
from yichuang.records.certificates.models import CertificateType, HolderKind, TrustLevel
from yichuang.records.certificates.types import types_of
from yichuang.rules.verdict import Refused

KEEPERS = ("centre_manager", "system_admin")


@allow(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """List the types; enter a new one, or change what is said of one."""
    region = region_of(request, KEEPERS)
    found = types_of(region, request.directory)
    edited = _edited(request, found.values())
    if request.method != "POST":
        return _page(request, region, edited)
    try:
        perform(request, keep_type, _wish(request, region, edited))
    except Refused as refused:
        told = {"refusal": refusal(refused, request.today), "posted": request.POST}
        return _page(request, region, edited, status=422, **told)
    done(request, f"已保存证照类型：{request.POST.get('name', '').strip()}。")
    return HttpResponseRedirect(f"/centre/certificate-types/?region={region}")


def _edited(request: HttpRequest, rows: Any) -> CertificateType | None:
    asked = request.GET.get("type", "")
    if not asked:
        return None
    row = next((row for row in rows if str(row.id) == asked), None)
    if row is None:
        raise Http404(asked)
    return row  # type: ignore[no-any-return]


def _wish(request: HttpRequest, region: str, edited: CertificateType | None) -> TypeKeeping:
    post = request.POST
    return TypeKeeping(
        region_code=region,
        code=edited.code if edited else post.get("code", "").strip().upper()[:30],
        name=post.get("name", "").strip()[:100],
        holder_kind=post.get("holder_kind", ""),
        issuer_id=_uuid(post.get("issuer", "")),
        valid_years=_years(post.get("valid_years", "")),
        trust=post.get("trust", ""),
        open=post.get("open") == "yes",
        type_id=edited.id if edited else None,
        version=version_in(request) if edited else None,
    )


def _years(told: str) -> int | None:
    told = told.strip()
    if not told:
        return None
    return int(told) if told.isascii() and told.isdigit() and len(told) < 5 else 0


def _uuid(told: str) -> UUID | None:
    try:
        return UUID(told) if told else None
    except ValueError:
        return UUID(int=0)


def _page(
    request: HttpRequest, region: str, edited: CertificateType | None, *, status: int = 200, **more: Any
) -> HttpResponse:
    departments = [row for row in request.directory.departments.values() if row.centre.region.code == region]
    shown = more.get("posted") or (
        {
            "name": edited.name, "code": edited.code, "holder_kind": edited.holder_kind, "trust": edited.trust,
            "issuer": str(edited.issuer_id or ""), "valid_years": edited.valid_years or "",
            "open": "yes" if edited.open else "",
        }
        if edited
        else {"holder_kind": "any", "trust": "A", "open": "yes"}
    )  # fmt: skip
    names = request.directory.departments
    context = {
        "rows": [
            (row, names[row.issuer_id].short_name if row.issuer_id in names else "不限")
            for row in types_of(region, request.directory).values()
        ],
        "edited": edited,
        "shown": shown,
        "holder_kinds": HolderKind.choices,
        "trusts": TrustLevel.choices,
        "departments": [(str(row.id), row.name) for row in sorted(departments, key=lambda row: row.slug)],
        "key": new_key(),
    }
    return render(request, "centre/certificates/types.html", frame(request, KEEPERS) | context | more, status=status)
