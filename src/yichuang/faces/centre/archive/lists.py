"""处置清册: proposed by one person, answered by another, carried out at once and kept."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from yichuang.acts.archive.approve_disposal import DisposalApproval, approve_disposal
from yichuang.acts.archive.carry_out import carry_out
from yichuang.acts.archive.decline_disposal import DisposalRefusal, decline_disposal
from yichuang.acts.archive.disposal import OnList
from yichuang.acts.archive.propose_disposal import DisposalProposal, propose_disposal
from yichuang.faces.centre.archive import KEEPERS, frame
from yichuang.faces.centre.archive.listing import show
from yichuang.faces.centre.scope import region_of, regions_of
from yichuang.faces.common import results
from yichuang.faces.common.access import ARCHIVE, allow
from yichuang.faces.common.doing import context_of, new_key, perform, version_in
from yichuang.faces.common.sentences import refusal
from yichuang.records.archive.models import Disposal, DisposalState
from yichuang.records.archive.queries import disposal_in
from yichuang.rules.verdict import Refused


@allow(*KEEPERS)
@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """Put a list before the second person."""
    if request.method == "GET":
        return HttpResponseRedirect("/centre/archive/?tab=over")
    typed = request.POST.get("numbers", "").replace("，", " ").replace(",", " ").split()
    numbers = tuple(no[:20] for no in (*request.POST.getlist("no"), *typed))
    kind, reason = request.POST.get("kind", "")[:12], request.POST.get("reason", "")[:500]
    try:
        filed = perform(request, propose_disposal, DisposalProposal(region_of(request, ARCHIVE), kind, numbers, reason))
    except Refused as said:
        tab = "over" if kind == "destroy" else "lists"
        return show(request, tab, status=422, refusal=refusal(said, request.today), posted=request.POST)
    results.done(request, f"已提请 {filed.answer['no']}，等另一个人审批")
    return HttpResponseRedirect(f"/centre/archive/lists/{filed.answer['disposal']}/")


@allow(*ARCHIVE)
@require_GET
def one(request: HttpRequest, disposal: UUID) -> HttpResponse:
    """Show a list."""
    return _show(request, _of(request, disposal))


@allow(*ARCHIVE)
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, disposal: UUID) -> HttpResponse:
    """Approve or decline; what is approved is carried out at once."""
    if request.method == "GET":
        return HttpResponseRedirect(f"/centre/archive/lists/{disposal}/")
    row = _of(request, disposal)
    on, opinion = OnList(row.region_code, row.id, version_in(request)), request.POST.get("opinion", "")[:500]
    agree = request.POST.get("answer") == "agree"
    try:
        if agree:
            perform(request, approve_disposal, DisposalApproval(on, opinion))
        else:
            perform(request, decline_disposal, DisposalRefusal(on, opinion))
    except Refused as said:
        return _show(request, row, status=422, refusal=refusal(said, request.today), posted=request.POST)
    left: list[str] = []
    gone = carry_out(row.region_code, context_of(request), left) if agree else 0
    words = f"已批准并执行 {gone} 件" + (f"，{len(left)} 件没有执行" if left else "")
    results.done(request, words if agree else "已答复不同意")
    return HttpResponseRedirect(f"/centre/archive/lists/{row.id}/")


def _of(request: HttpRequest, disposal: UUID) -> Disposal:
    for region in regions_of(request.officer, ARCHIVE):
        row = disposal_in(region, disposal)
        if row is not None:
            return row
    raise Http404(str(disposal))


def _why(line: dict[str, str], request: HttpRequest) -> str:
    """Return why a case of the list stays, "" where it does not."""
    if "left" not in line:
        return ""
    until = {"until": date.fromisoformat(line["until"])} if "until" in line else {}
    return refusal(Refused(line["left"], line["basis"], {"no": line["no"], **until}), request.today).what


def _show(request: HttpRequest, row: Disposal, *, status: int = 200, **more: Any) -> HttpResponse:
    told = {
        "row": row,
        "proposer": request.directory.names.get(row.proposer_id, ""),
        "approver": request.directory.names.get(row.approver_id, "") if row.approver_id else "",
        "waiting": row.state == DisposalState.PROPOSED,
        "own": row.proposer_id == request.officer.user_id,
        "may": bool(KEEPERS & request.officer.roles()),
        "lines": [(line, _why(line, request)) for line in row.items],
        "key": new_key(),
    }
    return render(request, "centre/archive/disposal.html", frame(request) | told | more, status=status)
