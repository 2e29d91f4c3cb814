"""提请延期: the office in charge asks for more days; whoever approves sees it on the page of the extension."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On, norms_of
from yichuang.acts.context import ZONE
from yichuang.acts.handling.decline_extension import DeclinedExtension, decline_extension
from yichuang.acts.handling.propose_extension import ExtensionProposal, propose_extension
from yichuang.acts.papers.terms import extended_by
from yichuang.faces.common.access import GOVERNMENT, OFFICE, allow
from yichuang.faces.office.cases.acting import Deed, act_on, on
from yichuang.faces.office.cases.offers import barred_by
from yichuang.faces.office.cases.opinion import Error
from yichuang.faces.office.cases.page import context_of
from yichuang.faces.office.cases.sheet import sheet_of
from yichuang.faces.office.scope import asking
from yichuang.records.cases.history import stages_of
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.org.directory import Directory

_ANY = "预先核对"


@dataclass(frozen=True, slots=True)
class ProposalForm:
    """What the form shows: empty, or as posted with its errors."""

    days: int = 0
    reason: str = ""
    errors: Sequence[Error] = field(default_factory=tuple)


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def propose_extension_page(request: HttpRequest, no: str) -> HttpResponse:
    """Propose an extension with its reason."""
    form = _read(request)
    if request.method == "POST" and not form.errors:
        wish = ExtensionProposal(on(request, no), form.days, form.reason)
        deed = Deed(propose_extension, wish, "已提请延期，等批准人答复")
        return act_on(request, no, deed, lambda said: _show(request, no, form, status=422, refusal=said))
    return _show(request, no, form)


@allow(*OFFICE, *GOVERNMENT)
@require_http_methods(["GET", "POST"])
def decline_extension_page(request: HttpRequest, no: str) -> HttpResponse:
    """Answer a proposal with no, from the page of the extension."""
    form = ProposalForm(reason=request.POST.get("why", "").strip()[:2000])
    if request.method == "POST" and form.reason:
        deed = Deed(decline_extension, DeclinedExtension(on(request, no), form.reason), "已答复不同意延期")
        return act_on(request, no, deed, lambda said: _decline(request, no, form, status=422, refusal=said))
    errors = (Error("why", "写明不同意的理由，告诉承办人员"),) if request.method == "POST" else ()
    return _decline(request, no, ProposalForm(reason=form.reason, errors=errors))


def proposal_of(case: CaseFile, directory: Directory) -> Mapping[str, Any] | None:
    """Return the proposal that waits for an answer: who, when, how many days, why; None where there is none."""
    if case.stage(StageKind.EXTENSION) is None:
        return None
    rows = [row for row in stages_of(case.region_code, case.id) if row.kind == StageKind.EXTENSION and not row.done_at]
    return next(
        (
            {
                "who": directory.names.get(row.asked_by_id, ""), "at": row.opened_at.astimezone(ZONE).date(),
                "length": extended_by(row.particulars["days"], case.terms), "reason": row.question,
            }
            for row in rows
        ),
        None,
    )  # fmt: skip


def _read(request: HttpRequest) -> ProposalForm:
    if request.method != "POST":
        return ProposalForm()
    typed, reason = request.POST.get("days", "").strip(), request.POST.get("reason", "").strip()[:2000]
    days = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0
    wrong = (
        (days < 1, Error("days", "选要延长几日")),
        (not reason, Error("reason", "写明为什么不能在期限内作出决定")),
    )
    return ProposalForm(days, reason, tuple(error for bad, error in wrong if bad))


def _show(request: HttpRequest, no: str, form: ProposalForm, *, status: int = 0, **more: Any) -> HttpResponse:
    sheet = sheet_of(request, no)
    most = norms_of(sheet.case).get("joint_extension_limit" if sheet.case.kind == "joint" else "extension_limit")
    told = {
        "form": form, "bound": form, "decision": None,
        "choices": [
            (days, extended_by(days, sheet.case.terms)) for days in range(1, int(str(most.value)) + 1 if most else 1)
        ],
        "barred_why": barred_by(propose_extension, sheet.case, ExtensionProposal(On(no), 1, _ANY), asking(request)),
    }  # fmt: skip
    code = status or (422 if form.errors else 200)
    return render(request, "office/extension/propose.html", context_of(request, sheet) | told | more, status=code)


def _decline(request: HttpRequest, no: str, form: ProposalForm, *, status: int = 0, **more: Any) -> HttpResponse:
    sheet = sheet_of(request, no)
    told = {
        "form": form, "bound": form, "decision": None,
        "barred_why": barred_by(decline_extension, sheet.case, DeclinedExtension(On(no), _ANY), asking(request)),
    }  # fmt: skip
    code = status or (422 if form.errors else 200)
    return render(request, "office/extension/decline.html", context_of(request, sheet) | told | more, status=code)
