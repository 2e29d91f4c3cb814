"""领取材料、协办结论、催告: what a co-department does with its part, and how the lead asks for a regular answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On, norms_of
from yichuang.acts.joint.conclude_part import PartConclusion, conclude_part
from yichuang.acts.joint.pick_up import PickUp, pick_up
from yichuang.acts.joint.remind_part import Reminder, remind_part
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.common.sentences import Refusal
from yichuang.faces.office.cases.acting import Deed, act_on, on
from yichuang.faces.office.cases.clicks import back_to
from yichuang.faces.office.cases.grounds import read_particulars
from yichuang.faces.office.cases.offers import asks_why, barred_by
from yichuang.faces.office.cases.opinion import Error
from yichuang.faces.office.cases.page import context_of, show
from yichuang.faces.office.cases.sheet import Sheet, sheet_of
from yichuang.faces.office.joint.lanes import Lane
from yichuang.faces.office.scope import asking
from yichuang.records.cases.models import Conclusion
from yichuang.rules.joint.conclusions import Concluded, Particulars, conclusions_of

_ANY = "预先核对"
_MAX = 4000


@dataclass(frozen=True, slots=True)
class ConclusionForm:
    """What the form shows: empty, or as posted with its errors."""

    conclusion: str = ""
    opinion: str = ""
    particulars: Particulars = field(default_factory=Particulars)
    sent: str = ""
    errors: Sequence[Error] = field(default_factory=tuple)


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def pick_up_one(request: HttpRequest, no: str) -> HttpResponse:
    """Pick up with one click; on the next working day a form asks first what was special about it."""
    if request.method == "GET":
        sheet = sheet_of(request, no)
        if not asks_why(sheet.case, asking(request)):
            return HttpResponseRedirect(back_to(request, no))
        return render(request, "office/joint/pick_up.html", context_of(request, sheet))
    reason = request.POST.get("reason", "").strip()[:500]
    deed = Deed(pick_up, PickUp(on(request, no), reason), "已领取材料")
    return act_on(request, no, deed, lambda said: _not_picked_up(request, no, said))


def _not_picked_up(request: HttpRequest, no: str, said: Refusal) -> HttpResponse:
    if said.code != "pickup_reason_missing":
        return show(request, no, status=422, refusal=said)
    context = context_of(request, sheet_of(request, no))
    return render(request, "office/joint/pick_up.html", context | {"refusal": said}, status=422)


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def conclude_page(request: HttpRequest, no: str) -> HttpResponse:
    """Conclude for the officer's own department."""
    if request.method == "GET":
        return _conclude_form(request, no, ConclusionForm())
    form = _read(request)
    if form.errors:
        return _conclude_form(request, no, form, status=422)
    given = Concluded(form.conclusion, form.opinion, form.particulars)
    deed = Deed(conclude_part, PartConclusion(on(request, no), given), "已出具协办结论")
    return act_on(request, no, deed, lambda said: _conclude_form(request, no, form, status=422, refusal=said))


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def remind_page(request: HttpRequest, no: str, part: UUID) -> HttpResponse:
    """Ask a co-department for one of the allowed conclusions."""
    form = ConclusionForm(sent=request.POST.get("sent", "").strip()[:_MAX])
    if request.method == "GET":
        return _remind_form(request, no, part, form)
    if not form.sent:
        wrong = ConclusionForm(errors=(Error("sent", "照录协办部门送来的结论"),))
        return _remind_form(request, no, part, wrong, status=422)
    deed = Deed(remind_part, Reminder(on(request, no), part, form.sent), "已催告规范结论")
    return act_on(request, no, deed, lambda said: _remind_form(request, no, part, form, status=422, refusal=said))


def _read(request: HttpRequest) -> ConclusionForm:
    post = request.POST
    conclusion, opinion = post.get("conclusion", "")[:10], post.get("opinion", "").strip()
    told = read_particulars(post)
    wrong = (
        (not conclusion, Error("c-agree", "选一个审批结论")),
        (len(opinion) > _MAX, Error("opinion", f"太长，请压缩到 {_MAX} 字以内")),
    )
    return ConclusionForm(conclusion, opinion, told, errors=tuple(error for bad, error in wrong if bad))


def _conclude_form(
    request: HttpRequest, no: str, form: ConclusionForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    sheet = sheet_of(request, no)
    context = context_of(request, sheet)
    lane = next((lane for lane in context["lanes"] if lane.mine and lane.open), None)
    norms = norms_of(sheet.case)
    first = conclusions_of(norms)[0]
    wish = PartConclusion(On(sheet.case.no), Concluded(first, _ANY))
    told = {
        "lane": lane,
        "form": None,
        "decision": None,
        "concluding": form,
        "bound": form,
        "choices": [(word, Conclusion(word).label) for word in conclusions_of(norms)],
        "transferred": _transferred(sheet, lane),
        "barred_why": barred_by(conclude_part, sheet.case, wish, asking(request)),
    }
    return render(request, "office/joint/conclude.html", context | told | more, status=status)


def _remind_form(
    request: HttpRequest, no: str, part: UUID, form: ConclusionForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    sheet = sheet_of(request, no)
    context = context_of(request, sheet)
    lane = next((lane for lane in context["lanes"] if lane.stage is not None and lane.stage.id == part), None)
    if lane is None or lane.lead:
        raise Http404(str(part))
    wish = Reminder(On(sheet.case.no), part, _ANY)
    told = {
        "lane": lane,
        "form": None,
        "decision": None,
        "reminding": form,
        "bound": form,
        "barred_why": barred_by(remind_part, sheet.case, wish, asking(request)),
        "allowed": "、".join(str(Conclusion(word).label) for word in conclusions_of(norms_of(sheet.case))),
    }
    return render(request, "office/joint/remind.html", context | told | more, status=status)


def _transferred(sheet: Sheet, lane: Lane | None) -> list[Any]:
    """Return the materials that go to the department: those its node names, all where it names none."""
    keys = lane.node.transfers if lane else ()
    return [one for one in sheet.handed if not keys or one.row.key in keys]
