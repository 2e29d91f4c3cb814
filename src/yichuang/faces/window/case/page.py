"""How a case looks on the desk: who, what, materials, time, papers, and what the window may do now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.http import HttpRequest

from yichuang.acts.act import On
from yichuang.acts.tolerance.deferral import promised_keys
from yichuang.faces.common.casework.delivered import decisions_of
from yichuang.faces.common.casework.papers import seen_address
from yichuang.faces.common.casework.timing import case_time
from yichuang.faces.common.doing import new_key
from yichuang.faces.common.forms.schema_form import answers, form_spec
from yichuang.faces.window import sheet
from yichuang.faces.window.case.next_steps import next_steps
from yichuang.faces.window.frame import asking, frame
from yichuang.faces.window.if_accepted import dates_if_accepted
from yichuang.faces.window.moves import moves
from yichuang.faces.window.notice import general_words, notice_from
from yichuang.faces.window.phone.pages import of_this_case
from yichuang.faces.window.sheet import Line
from yichuang.faces.window.special.steps import fees_owed, special_steps
from yichuang.records.applicants.access import applicant_of, contact, given_in
from yichuang.records.applicants.vault import open_values
from yichuang.records.cases import desk as records
from yichuang.records.cases.history import materials_of
from yichuang.records.cases.models import CaseOutcome, CaseState
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import CaseKind, ItemVersion
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.access import documents_for
from yichuang.rules import masking

_MASKS = {
    "id": masking.mask_identity_number,
    "phone": masking.mask_phone,
    "mobile": masking.mask_phone,
}
_DECIDED = (CaseState.DECIDED, CaseState.ISSUED, CaseState.CLOSED)


def lines_of(case: CaseFile) -> tuple[Line, ...]:
    """Return the materials of a case as the desk shows them."""
    rows, slots = materials_of(case.region_code, case.id), version_of(case.item_version_id).materials
    return sheet.lines_of(rows, slots, promised_keys(case))


def context(request: HttpRequest, case: CaseFile, lines: Sequence[Line], **more: Any) -> dict[str, Any]:
    """Return everything the page of a case shows."""
    version = version_of(case.item_version_id)
    proposal = records.proposals(case.region_code, [case.id]).get(case.id)
    return frame(
        request,
        case=case,
        item=version.item,
        department=request.directory.departments[case.department_id],
        contact=contact(applicant_of(case.region_code, case.applicant_id), given_in(case.form, case.id)),
        situation=_situation(case, version),
        answers=_answers(case, version),
        lines=lines,
        shown_files=[_files(case.no, line) for line in lines],
        proposal=proposal,
        own_proposal=proposal is not None and proposal.proposed_by == request.officer.user_id,
        special_moves=special_steps(case, asking(request)),
        fees=fees_owed(case),
        papers=list(documents_for(case.no, request.officer, request.directory)),
        key=request.POST.get("key") or new_key(),
        version=request.POST.get("version") or case.version,
        state_words=state_words(case),
        tally=sheet.tally(lines),
        phones=of_this_case(request, case),
        decisions=decisions_of(case, request.directory) if case.state == CaseState.CLOSED else [],
        **_time(request, case),
        **answering(request, case, lines),
        **more,
    )


def answering(request: HttpRequest, case: CaseFile, lines: Sequence[Line]) -> dict[str, Any]:
    """Return the right side: how to answer an application, or what comes after the answer."""
    ctx = asking(request)
    if case.state != CaseState.RECEIVED:
        correcting = case.state == CaseState.CORRECTING
        refusing = moves(case, lines, notice_from(request, lines, On(case.no)), ctx).refuse if correcting else None
        return {"moves": None, "refusing": refusing, "steps": next_steps(case, ctx)}
    return {
        "moves": moves(case, lines, notice_from(request, lines, On(case.no)), ctx),
        "steps": next_steps(case, ctx),
        "dates": dates_if_accepted(case, ctx),
        "note": records.prereview_note(case.region_code, case.id),
        "opinions": records.acceptance_opinions(case.region_code, case.id),
        "routes": case.kind != CaseKind.INSTANT and not case.undertaken,
        "w_route": "" if request.method == "POST" and request.POST.get("w_route") != "1" else "1",
        "w_handed": request.POST.get("w_handed", ""),
        "w_due": request.POST.get("w_due", ""),
        "w_general": general_words(request),
        "look_url": f"/desk/{case.no}/look/",
    }


def _time(request: HttpRequest, case: CaseFile) -> Mapping[str, Any]:
    if case.state in _DECIDED:
        return {"time": None}
    calendar = request.directory.calendar(case.profile)
    return {"time": case_time(case.facts, case.terms, calendar, request.today)}


def state_words(case: CaseFile) -> str:
    """Return 已受理, or 办结 · 不予受理 where there is an outcome."""
    words = str(CaseState(case.state).label)
    return f"{words} · {CaseOutcome(case.outcome).label}" if case.outcome else words


def _situation(case: CaseFile, version: ItemVersion) -> str:
    return next((row["name"] for row in version.situations if row["code"] == case.situation), "")


def _answers(case: CaseFile, version: ItemVersion) -> list[Any]:
    """Return the filled-in form, numbers of people masked."""
    spec = form_spec(version.form_schema, version.form_ui, situation=case.situation)
    told = answers(spec, open_values(case.form, case.id))
    return [(section, [_masked(row) for row in rows]) for section, rows in told]


def _masked(row: Any) -> Any:
    mask = _MASKS.get(row.check)
    return replace(row, text=mask(row.text)) if mask else row


def _files(no: str, line: Line) -> list[Mapping[str, str]]:
    return [{"name": row.get("name", "附件"), "url": seen_address(no, row)} for row in line.files]
