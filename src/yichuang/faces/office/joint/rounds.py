"""再次征求、登记协办批复: the lead asks a co-department once more; a co-department tells a reply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.joint.again import AskAgain, ask_again
from yichuang.acts.joint.reply_part import PartReply, reply_part
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.office.cases.acting import Deed, act_on, on
from yichuang.faces.office.cases.offers import barred_by
from yichuang.faces.office.cases.opinion import Error
from yichuang.faces.office.cases.page import context_of
from yichuang.faces.office.cases.sheet import sheet_of
from yichuang.faces.office.scope import asking

_ANY = "预先核对"
_MAX, _LINE = 4000, 200


@dataclass(frozen=True, slots=True)
class RoundForm:
    """What a form shows: empty, or as posted with its errors."""

    reason: str = ""
    agree: str = ""
    reply_no: str = ""
    errors: Sequence[Error] = field(default_factory=tuple)


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def again_page(request: HttpRequest, no: str, part: UUID) -> HttpResponse:
    """Ask the department of a concluded part once more."""
    reason = request.POST.get("reason", "").strip()[:_MAX]
    if request.method == "GET":
        return _again_form(request, no, part, RoundForm())
    if not reason:
        wrong = RoundForm(errors=(Error("reason", "写明为什么再次征求"),))
        return _again_form(request, no, part, wrong, status=422)
    department = _lane(request, no, part)["lane"].stage.department_id
    deed = Deed(ask_again, AskAgain(on(request, no), department, reason), "已再次征求协办意见")
    form = RoundForm(reason)
    return act_on(request, no, deed, lambda said: _again_form(request, no, part, form, status=422, refusal=said))


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def reply_page(request: HttpRequest, no: str) -> HttpResponse:
    """Put down what the higher body answered to the officer's own department."""
    if request.method == "GET":
        return _reply_form(request, no, RoundForm())
    form = _read(request)
    if form.errors:
        return _reply_form(request, no, form, status=422)
    wish = PartReply(on(request, no), form.agree == "yes", form.reply_no, form.reason)
    deed = Deed(reply_part, wish, "批复已登记，主办部门可以继续")
    return act_on(request, no, deed, lambda said: _reply_form(request, no, form, status=422, refusal=said))


def _read(request: HttpRequest) -> RoundForm:
    post = request.POST
    agree, number = post.get("agree", "")[:3], post.get("reply_no", "").strip()[:_LINE]
    reason = post.get("reason", "").strip()[:_MAX]
    wrong = (
        (not number, Error("reply_no", "写批复文号")),
        (agree not in ("yes", "no"), Error("agree-yes", "选批复同意或者不同意")),
        (agree == "no" and not reason, Error("reason", "批复不同意的，写明理由")),
    )
    return RoundForm(reason, agree, number, tuple(error for bad, error in wrong if bad))


def _lane(request: HttpRequest, no: str, part: UUID) -> dict[str, Any]:
    """Return the page of the case with the lane whose part it is.  Raises: Http404."""
    context = context_of(request, sheet_of(request, no))
    lane = next((one for one in context["lanes"] if one.stage is not None and one.stage.id == part), None)
    if lane is None or lane.lead:
        raise Http404(str(part))
    return context | {"lane": lane, "form": None, "decision": None}


def _again_form(
    request: HttpRequest, no: str, part: UUID, form: RoundForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = _lane(request, no, part)
    wish = AskAgain(On(context["case"].no), context["lane"].stage.department_id, _ANY)
    told = {"asked": form, "bound": form, "barred_why": barred_by(ask_again, context["case"], wish, asking(request))}
    return render(request, "office/joint/again.html", context | told | more, status=status)


def _reply_form(request: HttpRequest, no: str, form: RoundForm, *, status: int = 200, **more: Any) -> HttpResponse:
    context = context_of(request, sheet_of(request, no))
    told = {
        "lane": next((lane for lane in context["lanes"] if lane.mine and lane.awaits), None),
        "form": None,
        "decision": None,
        "told": form,
        "bound": form,
        "barred_why": barred_by(
            reply_part, context["case"], PartReply(On(context["case"].no), True, _ANY), asking(request)
        ),
    }
    return render(request, "office/joint/reply.html", context | told | more, status=status)
