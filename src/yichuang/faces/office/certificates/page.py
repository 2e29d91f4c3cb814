"""/certificates/: the certificates that an officer may see, and one of them with all that became of it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from yichuang.acts.certificate_act import Of
from yichuang.faces.common import results
from yichuang.faces.common.access import CENTRE, OFFICE, WINDOW, allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.sentences import refusal
from yichuang.faces.office.certificates.reading import of_case
from yichuang.faces.office.certificates.steps import DECISIONS, STEPS
from yichuang.faces.office.scope import frame, scope_of
from yichuang.records.certificates.access import certificate_for, certificates_for, place_of
from yichuang.records.certificates.library import suspensions_of
from yichuang.records.certificates.models import Certificate, CertificateStatus
from yichuang.records.certificates.queries import history_of, open_proposal
from yichuang.rules.after.penalty import ANSWERS
from yichuang.rules.after.renewal import is_over
from yichuang.rules.library.suspending import ENDINGS, GROUNDS
from yichuang.rules.permissions import may
from yichuang.rules.verdict import Refused

STAFF = OFFICE | WINDOW | CENTRE
_PAGE = 30
_LIGHTS = {"valid": "done"}
VERBS = {
    "certificate.proposed": "提请处理",
    "certificate.proposal_declined": "不同意提请",
    "certificate.revoked": "撤销",
    "certificate.withdrawn": "撤回",
    "certificate.cancelled": "吊销",
    "certificate.deregistered": "注销",
    "certificate.changed": "变更",
    "certificate.deemed_renewed": "视为准予延续",
    "certificate.suspended": "暂扣",
    "certificate.resumed": "解除暂扣",
    "certificate.ending_noted": "登记终止",
    "certificate.shared": "持证人授权查看",
    "certificate.sharing_ended": "持证人收回授权",
    "certificate.used": "持证人同意用作材料",
    "certificate.called": "窗口经持证人同意调用",
    "certificate.identified": "赋电子证照标识",
    "certificate.expiry_told": "到期提醒",
}


@allow(*STAFF)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """List the certificates, those that run out first on top."""
    regions = list(dict.fromkeys(grant.region_code for grant in request.officer.grants))
    region = request.GET.get("centre", "")
    region = region if region in regions else regions[0]
    rows = certificates_for(request.officer, region).select_related("issuer").order_by("valid_to", "id")
    status, words = request.GET.get("status", ""), request.GET.get("q", "").strip()[:60]
    if status in CertificateStatus.values:
        rows = rows.filter(status=status)
    if words:
        rows = rows.filter(no__contains=words)
    page = Paginator(rows, _PAGE).get_page(request.GET.get("page"))
    told = {
        "page": page,
        "rows": [(row, standing(row, request.today)) for row in page.object_list],
        "statuses": [
            (value, label, value == status) for value, label in CertificateStatus.choices if value != "expired"
        ],
        "words": words,
        "status": status,
    }
    around = frame(request, scope_of(request.officer, request.directory, request.today))
    return render(request, "office/certificates/list.html", around | told)


@allow(*STAFF)
@require_GET
def page(request: HttpRequest, certificate: UUID) -> HttpResponse:
    """Show one certificate."""
    return show(request, certificate)


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, certificate: UUID, step: str) -> HttpResponse:
    """Propose, decide or decline; what was typed stays where it is refused."""
    row = certificate_for(certificate, request.officer, request.directory)
    of = Of(row.region_code, row.id, version_in(request))
    if step == "decide":
        waiting = open_proposal(row.region_code, row.id)
        act, read = DECISIONS[waiting.act if waiting else "revoked"]
        words = f"已{waiting.get_act_display() if waiting else ''}"
    elif step in STEPS:
        act, read, words = STEPS[step]
    else:
        raise Http404(step)
    if request.method == "GET":
        return HttpResponseRedirect(f"/certificates/{certificate}/")
    try:
        perform(request, act, read(request.POST, of))
    except Refused as refused:
        return show(request, certificate, status=422, step=step, refusal=refusal(refused, request.today))
    results.done(request, f"{words} {row.no}。")
    return HttpResponseRedirect(f"/certificates/{certificate}/")


def standing(row: Certificate, today: date) -> tuple[str, str]:
    """Return light and words of how a certificate stands today."""
    if row.status == CertificateStatus.VALID and is_over(row.valid_to, today):
        return "no", "已到期"
    return _LIGHTS.get(row.status, "no"), str(CertificateStatus(row.status).label)


def show(request: HttpRequest, certificate: UUID, *, status: int = 200, step: str = "", **more: Any) -> HttpResponse:
    """Render one certificate with the forms of what the officer may do."""
    row = certificate_for(certificate, request.officer, request.directory)
    place, names = place_of(row), request.directory.names
    told = {
        "certificate": row,
        "segments": [row.identifier[at : at + 8] for at in range(0, len(row.identifier), 8)],
        "department": request.directory.departments[row.issuer_id],
        "standing": standing(row, request.today),
        "history": [(VERBS.get(e.verb, e.verb), e.at, names.get(e.actor_id, "系统")) for e in history_of(row)],
        "suspensions": [(one, GROUNDS.get(one.ground, one.ground)) for one in suspensions_of(row.region_code, row.id)],
        "grounds": list(GROUNDS.items()),
        "answers": ANSWERS,
        "may_suspend": row.status == "valid" and may("certificate.suspended", request.officer, place).allowed,
        "endings": list(ENDINGS.items()),
        "may_end": row.case_id is None
        and row.status != "deregistered"
        and may("certificate.ending_noted", request.officer, place).allowed,
        "may_resume": row.status == "suspended" and may("certificate.resumed", request.officer, place).allowed,
        "step": step,
        "posted": request.POST if step else {},
        "key": new_key(),
        **(of_case(request, row) if row.case_id else {}),
    }
    around = frame(request, scope_of(request.officer, request.directory, request.today, row.region_code))
    return render(request, "office/certificates/one.html", around | told | more, status=status)
