"""/cases/<no>/hearing/: parties and hearings of a case with the forms of what may be done next."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from yichuang.acts.act import On, norms_of
from yichuang.acts.hearing.call_hearing import reviewers_of
from yichuang.acts.hearing.waive_hearing import who_may_waive
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.office.cases.acting import Deed, act_on, on
from yichuang.faces.office.cases.offers import why_not
from yichuang.faces.office.cases.page import STAFF, context_of
from yichuang.faces.office.cases.sheet import Sheet, sheet_of
from yichuang.faces.office.hearing.panel import Procedure
from yichuang.faces.office.hearing.steps import STEPS, errors_of
from yichuang.faces.office.scope import asking
from yichuang.records.applicants.vault import unseal
from yichuang.records.cases.access import place_of
from yichuang.records.cases.models import Effect
from yichuang.rules.hearing.hearings import first_day
from yichuang.rules.masking import mask_phone
from yichuang.rules.permissions import may


@allow(*STAFF)
@require_GET
def hearing_page(request: HttpRequest, no: str) -> HttpResponse:
    """Show parties and hearings, and what may be done."""
    return show(request, no)


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def hearing_step(request: HttpRequest, no: str, step: str) -> HttpResponse:
    """Do one step; what was typed stays where it is refused."""
    wanted = STEPS.get(step)
    if wanted is None:
        raise Http404(step)
    if request.method == "GET":
        return HttpResponseRedirect(f"/cases/{no}/hearing/")
    errors = errors_of(wanted, request.POST)
    if errors:
        return show(request, no, status=422, step=step, errors=errors)
    deed = Deed(wanted.act, wanted.read(request.POST, on(request, no)), wanted.words)
    return act_on(request, no, deed, lambda said: show(request, no, status=422, step=step, refusal=said))


def show(
    request: HttpRequest, no: str, *, status: int = 200, step: str = "", errors: Any = (), **more: Any
) -> HttpResponse:
    """Render the page; `step` names the form that was posted."""
    sheet = sheet_of(request, no)
    context = context_of(request, sheet)
    procedure: Procedure = context["procedure"]
    norms, calendar = norms_of(sheet.case), request.directory.calendar(sheet.case.profile)
    told = {
        "form": None,
        "decision": None,
        "bound": {"errors": errors},
        "step": step,
        "posted": request.POST if step else {},
        "may_do": _may(sheet, request),
        "waits": _waits(sheet, procedure, request),
        "chairs": _chairs(sheet, request),
        "rows": [(row, mask_phone(unseal(row.phone_cipher, row.id))) for row in procedure.parties],
        "hearings": [(one, request.directory.names.get(one.chair_id, "")) for one in procedure.hearings],  # type: ignore[arg-type]
        "provisional": {one.on for one in procedure.hearings if one.on and calendar.provisional(one.on)},
        "first": first_day(request.today, norms, calendar),
        "notice_days": norms.number("hearing_notice_limit"),
        "ask_days": norms.number("hearing_request_limit"),
        "hold_days": norms.number("hearing_limit"),
        "signers": range(1, 6),
        "waived": frozenset(stage.id for stage in sheet.case.stages if stage.effect == Effect.WAIVED),
        "waivers": _waivers(sheet, procedure, request),
    }
    return render(request, "office/hearing/page.html", context | told | more, status=status)


def _may(sheet: Sheet, request: HttpRequest) -> dict[str, bool]:
    """Return who may do what here at all: forms of others are not shown."""
    place = place_of(sheet.case)
    return {name: may(step.act.verb, request.officer, place).allowed for name, step in STEPS.items()}


def _waits(sheet: Sheet, procedure: Procedure, request: HttpRequest) -> dict[str, str]:
    """Return why a hearing can't be asked for now, "" where it can."""
    wish = STEPS["request"].read(request.POST, On(sheet.case.no))
    return {"request": why_not(STEPS["request"].act, sheet.case, wish, asking(request))}


def _waivers(sheet: Sheet, procedure: Procedure, request: HttpRequest) -> list[tuple[str, str]]:
    """Return who may still give up the hearing in writing: the applicant (""), and parties by id."""
    case, ctx = sheet.case, asking(request)
    found = who_may_waive(case, procedure.parties, ctx)
    return [(str(one.id), one.name) if one else ("", f"申请人 {case.applicant_name}") for one in found]


def _chairs(sheet: Sheet, request: HttpRequest) -> list[tuple[UUID, str, str]]:
    """Return who could chair: officers of the department, those who reviewed marked."""
    reviewed, found = reviewers_of(sheet.case), {}
    for user_id, held in request.directory.postings.items():
        if any(post.department_id == sheet.case.department_id for post in held):
            found[user_id] = request.directory.names.get(user_id, "")
    return [(user_id, name, "审查过本件，不能主持" if user_id in reviewed else "") for user_id, name in found.items()]
