"""/cases/<no>/: heading, steps, clock, materials, opinions, history, papers, and what may be done."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yichuang.acts.act import On
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.tolerance.deferral import promised_keys
from yichuang.faces.common.access import CENTRE, GOVERNMENT, OFFICE, WINDOW, allow
from yichuang.faces.common.doing import new_key
from yichuang.faces.office.asking.rows import room_of
from yichuang.faces.office.cases.acting import list_behind
from yichuang.faces.office.cases.grounds import empty_decision
from yichuang.faces.office.cases.offers import HERE, barred_by, offers_of, reasons_of
from yichuang.faces.office.cases.opinion import VERDICTS, OpinionForm, points_of, tally
from yichuang.faces.office.cases.progress import steps_of
from yichuang.faces.office.cases.sheet import Sheet, sheet_of
from yichuang.faces.office.hearing.panel import procedure_of
from yichuang.faces.office.joint.lanes import Subject, lanes_of
from yichuang.faces.office.levels.chain import chain_of
from yichuang.faces.office.scope import asking, frame, scope_of
from yichuang.faces.office.special.panel import panel_of
from yichuang.faces.office.steps.rows import rows_of
from yichuang.faces.office.worklist.listing import Listing
from yichuang.faces.office.worklist.page import TABS
from yichuang.records.applicants.access import FIELDS
from yichuang.records.cases.models import CaseState, StageKind
from yichuang.records.projects.access import project_of_case

STAFF = OFFICE | WINDOW | CENTRE | GOVERNMENT
LISTED = 100  # materials that a case page lists by itself
_TABS = dict(TABS)


@allow(*STAFF)
@require_GET
def page(request: HttpRequest, no: str) -> HttpResponse:
    """Show a case to whoever in the house may see it."""
    return show(request, no)


def show(request: HttpRequest, no: str, *, status: int = 200, **more: Any) -> HttpResponse:
    """Render the case page; `more` brings a form as it was posted, or a refusal.  Raises: NotFound."""
    public = request.GET.get("view") == "public"
    sheet = sheet_of(request, no, public=public)
    beside = {"public": public, "project": project_of_case(sheet.case.region_code, sheet.case.id)}
    return render(request, "office/case.html", context_of(request, sheet) | beside | more, status=status)


def context_of(request: HttpRequest, sheet: Sheet) -> dict[str, Any]:
    """Return what the pages of a case share."""
    case = sheet.case
    listing, place = list_behind(request, case.id, case.region_code)
    scope = scope_of(request.officer, request.directory, request.today, case.region_code)
    offers = offers_of(case, asking(request))
    here = next((offer for offer in offers if offer.way == HERE), None)
    checked = checked_points(sheet)
    return (
        frame(request, scope)
        | room_of(case, sheet.stages, request)
        | rows_of(case, sheet.stages, request)
        | _panels(request, sheet)
        | _deciding(sheet, here, request)
        | {
            "sheet": sheet,
            "case": case,
            "state_words": "已上报，等批复" if case.outcome == "upward" else CaseState(case.state).label,
            "reasons": reasons_of(offers),
            "time": sheet.time,
            "version": sheet.version,
            "item": sheet.version.item,
            "department": request.directory.departments[case.department_id],
            "handler": request.directory.names.get(case.handler_id, ""),
            "clerk": request.directory.names.get(case.clerk_id, ""),
            "mine": case.handler_id is not None and case.handler_id == request.officer.user_id,
            "steps": steps_of(sheet, request.directory, request.today),
            "offers": offers,
            "here": here,
            "form": OpinionForm(points_of(sheet.version)) if here and here.name in ("review", "verify") else None,
            "verdicts": VERDICTS,
            "checked": checked,
            "checked_tally": tally(checked),
            "fields": FIELDS,
            "place": place,
            "listing": listing,
            "lq": listing.query,
            "tab_words": _crumb(listing),
            "key": new_key(),
        }
    )


def _deciding(sheet: Sheet, here: Any, request: HttpRequest) -> dict[str, Any]:
    """Return the form of the decision; where a grant is barred, by a quota used up for one, whether a denial is not."""
    if here is None or here.name != "decide":
        return {"decision": None}
    no = Decision(On(sheet.case.no), False, "—", "—")
    may_deny = bool(here.why) and not barred_by(decide, sheet.case, no, asking(request))
    return {"decision": empty_decision(sheet.version), "may_deny": may_deny}


def _panels(request: HttpRequest, sheet: Sheet) -> dict[str, Any]:
    """Return what stands on the pages of some cases only: lanes, levels, hearings, fees, many materials."""
    case = sheet.case
    lanes = lanes_of(Subject(case, case.facts, case.terms), sheet.stages, request)
    listed = sheet.handed if request.GET.get("all") else sheet.handed[:LISTED]
    held = request.officer.grant(OFFICE, region_code=case.region_code, department_id=case.department_id)
    return {
        "lanes": lanes,
        "objected": any(lane.css == "no" for lane in lanes),
        "reply_awaited": any(lane.awaits for lane in lanes),
        "may_remind": bool(lanes) and held is not None,
        "listed": listed,
        "spared": promised_keys(case),
        "unlisted": len(sheet.handed) - len(listed),
        "levels": chain_of(case, sheet.version, sheet.stages, request, asking(request)),
        "procedure": procedure_of(case, sheet.version, request.directory, request.today),
        "special": panel_of(case, asking(request)),
    }


def checked_points(sheet: Sheet) -> Any:
    """Return the points of the last review with what it found."""
    reviewed = [o.stage for o in sheet.opinions if o.stage.kind == StageKind.REVIEW and o.stage.checks]
    return points_of(sheet.version, reviewed[-1].checks) if reviewed else ()


def _crumb(listing: Listing) -> str:
    return _TABS.get(listing.wanted.tab, "") if "tab" in listing.told else ""
