"""/cases/<no>/by-hand/: a file carried by hand: the list, its real times, the second person's check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.context import ZONE
from yichuang.acts.passing.check_carriage import CarriageCheck, check_carriage
from yichuang.acts.passing.note_carriage import CarriageNote, note_carriage
from yichuang.acts.passing.send_by_hand import Carriage, from_of, send_by_hand
from yichuang.faces.common.access import OFFICE, WINDOW, allow
from yichuang.faces.common.doing import new_key
from yichuang.faces.common.sentences import Refusal
from yichuang.faces.office.asking.doing import act_here, id_in, others, text_in
from yichuang.faces.office.cases.acting import Deed, on
from yichuang.faces.office.cases.offers import why_not
from yichuang.faces.office.cases.page import context_of
from yichuang.faces.office.cases.sheet import Sheet, sheet_of
from yichuang.faces.office.scope import asking
from yichuang.records.cases.models import Stage, StageKind

_ANY, _NOWHERE = "预先核对", UUID(int=0)


@dataclass(frozen=True, slots=True)
class Row:
    """One carriage as the page shows it."""

    stage: Stage
    to: str
    noted_by: str
    left: datetime | None
    came: datetime | None


@allow(*OFFICE, *WINDOW)
@require_http_methods(["GET", "POST"])
def by_hand_page(request: HttpRequest, no: str) -> HttpResponse:
    """Show the form that is due: to send, to key the times in, to check them."""
    if request.method == "GET":
        return _show(request, no)
    deed = {"note": _note, "check": _check}.get(request.POST.get("step", ""), _send)(request, no)
    return act_here(request, no, deed, lambda said: _show(request, no, said), f"/cases/{no}/by-hand/")


def _send(request: HttpRequest, no: str) -> Deed:
    to = id_in(request.POST.get("to", "")) or _NOWHERE
    wish = Carriage(on(request, no), to, text_in(request, "carrier", 40), text_in(request, "why", 200))
    return Deed(send_by_hand, wish, "已开具《材料交接清单》，请打印后双方签字")


def _note(request: HttpRequest, no: str) -> Deed:
    left, came = _moment(request, "left"), _moment(request, "came")
    wish = CarriageNote(on(request, no), left, came, text_in(request, "receiver", 40))
    return Deed(note_carriage, wish, "已补录，等另一人复核")


def _check(request: HttpRequest, no: str) -> Deed:
    right = request.POST.get("right") == "yes"
    said = "已复核，补录生效" if right else "已退回重新补录"
    return Deed(check_carriage, CarriageCheck(on(request, no), right, text_in(request, "wrong", 200)), said)


def _moment(request: HttpRequest, name: str) -> datetime:
    """Return the time of a field; nonsense is no time that can be."""
    try:
        return datetime.fromisoformat(request.POST.get(name, "").strip()).replace(tzinfo=ZONE)
    except ValueError:
        return datetime.min.replace(tzinfo=ZONE, year=1900)


def _show(request: HttpRequest, no: str, refusal: Refusal | None = None) -> HttpResponse:
    sheet = sheet_of(request, no)
    rows = [_row(stage, request) for stage in sheet.stages if stage.kind == StageKind.BY_HAND]
    due = next((row for row in rows if row.stage.done_at is None), None)
    told = {
        "rows": [row for row in rows if row is not due],
        "due": due,
        "step": "send" if due is None else "check" if due.stage.assignee_id else "note",
        "sender": from_of(sheet.case, asking(request)),
        "places": others(request.directory, sheet.case.department_id),
        "to": request.POST.get("to", "") or str(sheet.case.department_id),
        "barred_why": _barred(sheet, due, request),
        "typed": request.POST,
        "refusal": refusal,
        "form": None,
        "decision": None,
        "key": new_key(),
    }
    return render(
        request, "office/steps/by_hand.html", context_of(request, sheet) | told, status=422 if refusal else 200
    )


def _row(stage: Stage, request: HttpRequest) -> Row:
    times = [stage.particulars.get(name, "") for name in ("left_at", "came_at")]
    left, came = (datetime.fromisoformat(one) if one else None for one in times)
    directory = request.directory
    noted_by = directory.names.get(stage.assignee_id, "") if stage.assignee_id else ""
    return Row(stage, directory.departments[stage.department_id].name, noted_by, left, came)


def _barred(sheet: Sheet, due: Row | None, request: HttpRequest) -> str:
    """Return why the step that is due can't be done by this officer, "" where it can."""
    on_it, ctx = On(sheet.case.no), asking(request)
    wish: Any = CarriageCheck(on_it, True)
    if due is not None and due.stage.assignee_id:
        return why_not(check_carriage, sheet.case, wish, ctx)
    if due is not None:
        return why_not(note_carriage, sheet.case, CarriageNote(on_it, request.at, request.at, _ANY), ctx)
    here = from_of(sheet.case, ctx)
    to = next((row.id for row in request.directory.departments.values() if row.name != here), _NOWHERE)
    return why_not(send_by_hand, sheet.case, Carriage(on_it, to, _ANY, _ANY), ctx)
