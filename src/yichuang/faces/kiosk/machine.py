"""The kiosk (自助终端): number, check-in, progress, rating. Large targets, no keyboard needed, nothing kept."""

from __future__ import annotations

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from yichuang.faces.common.attempts import Attempts
from yichuang.faces.common.doing import context_of, new_key
from yichuang.faces.common.live.codes import address_of, picture_of
from yichuang.faces.common.live.site import told
from yichuang.faces.common.sentences import refusal
from yichuang.faces.kiosk.frame import at_kiosk, cleared, held, here, remember, seconds_to_see, shown
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.models import CaseState
from yichuang.records.cases.tracking import proven, tracked
from yichuang.records.catalogue.versions import version_of
from yichuang.records.hall.booking import appointment_by, check_in
from yichuang.records.hall.drawing import Draw, drawn
from yichuang.records.hall.models import Priority, QueueNumber, ServiceLine, Source
from yichuang.records.hall.place import Place
from yichuang.records.hall.queries import number_by_token, queues, waiting_with
from yichuang.records.hall.snapshot import snapshot
from yichuang.rules.identifiers import normalize
from yichuang.rules.masking import mask_name
from yichuang.rules.verdict import Refused

_NOT_HERE = (Priority.APPOINTMENT, Priority.GREEN)  # by check-in, and by the desk
_ASKS = "asks_progress"
_CODE, _LONGEST = 6, 30
_A_WHILE = 30  # seconds: a joker holds up nobody for long, and guesses next to nothing of a hundred million codes
_TOKEN = re.compile(r"[\w-]{8,24}")
_NOT_FOUND = "没有查到。请核对办件编号和证件号码后六位，编号在收件凭证上"
_LOCKED = "试的次数太多了，请十分钟后再查，或者到导办台"


@at_kiosk
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what one can do; coming back here, or starting here after a power cut, forgets who was here."""
    place = here(request)
    response = shown(request, "home", place, now=snapshot(place, request.at))
    return cleared(request, response) if "clear" in request.GET or request.user.is_authenticated else response


@at_kiosk
@require_http_methods(["GET", "HEAD", "POST"])
def line(request: HttpRequest, prefix: str) -> HttpResponse:
    """Ask for the priority class and draw a number."""
    place = here(request)
    found = place.line(prefix)
    if found is None:
        raise Http404
    if request.method == "POST":
        try:
            row = drawn(place, _wish(request, place, found), request.at)
        except Refused as refused:
            mine, why = _drawn_before(request, place, found), refusal(refused, request.today)
            return shown(request, "refused", place, 422, refusal=why, mine=mine)
        told()
        remember(request, row.token)
        return redirect(f"/kiosk/number/{row.token}/")
    mine = _drawn_before(request, place, found)
    if mine is not None:  # he went back: his number, not another one
        return redirect(f"/kiosk/number/{mine.token}/")
    queue = queues(place, request.today)[found.id]
    age = place.norms.number("queue_elderly_age")
    return shown(request, "line", place, line=found, queue=queue, classes=_classes(place), age=age, key=new_key())


@at_kiosk
@require_safe
def number(request: HttpRequest, token: str) -> HttpResponse:
    """Show the number that was drawn; print its slip."""
    place = here(request)
    row = number_by_token([place.hall.region_code], token) if _TOKEN.fullmatch(token) else None
    if row is None or row.hall_id != place.hall.id or row.day != request.today:
        raise Http404
    if token not in held(request):  # cleared since: the way back leads to nobody's number
        return redirect("/kiosk/")
    return shown(request, "number", place, row=row, **_standing(request, row), idle=seconds_to_see(place))


@at_kiosk
@require_http_methods(["GET", "HEAD", "POST"])
def appointment(request: HttpRequest) -> HttpResponse:
    """Check in with the code of an appointment or the telephone that was left."""
    place = here(request)
    if request.method != "POST":
        return shown(request, "appointment", place, key=new_key())
    context_of(request)
    tries = Attempts("appointment", f"{request.kiosk.id}", seconds=_A_WHILE)
    try:
        if tries.locked:
            raise Refused("tries_locked", "YC")
        typed = re.sub(r"\D", "", request.POST.get("code", ""))[:11]
        row = appointment_by(place.hall, typed, request.today)
        if row is None:
            tries.failed()
            raise Refused("appointment_unknown", "YC")
        tries.succeeded()
        found = check_in(place, row, request.at)
    except Refused as refused:
        told_why = refusal(refused, request.today)
        return shown(request, "appointment", place, 422, key=new_key(), refusal=told_why)
    told()
    remember(request, found.token)
    return redirect(f"/kiosk/number/{found.token}/")


@at_kiosk
@require_http_methods(["GET", "HEAD", "POST"])
def progress(request: HttpRequest) -> HttpResponse:
    """Show how a case stands to whoever has its number and the end of the identity number; keep nothing."""
    place = here(request)
    start = f"{place.hall.centre.prefix}-{request.today.year}-"
    if request.method != "POST":
        request.session[_ASKS] = True
        return shown(request, "progress", place, no=start)
    if not request.session.get(_ASKS):  # sent again after the kiosk was cleared: somebody else's question
        return redirect("/kiosk/")
    no, code = normalize(request.POST.get("no", ""))[:_LONGEST], normalize(request.POST.get("code", ""))
    tries = Attempts(f"track:{no}", f"{request.kiosk.id}")
    try:
        if tries.locked or len(code) != _CODE:
            raise NotFound(no)
        case = tracked(proven(no, code, request.directory), request.directory)
    except NotFound:
        tries.failed()
        return shown(request, "progress", place, 422, no=no or start, wrong=_LOCKED if tries.locked else _NOT_FOUND)
    tries.succeeded()
    told_of = {
        "no": case.no,
        "holder": mask_name(case.applicant_name),
        "item_name": version_of(case.item_version_id).item.name,
        "state": CaseState(case.state).label,
        "due": None if case.closed_on else case.promised_due_on or case.due_on,
        "at": request.at,
    }
    return shown(request, "standing", place, **told_of)


@at_kiosk
@require_safe
def rate(request: HttpRequest) -> HttpResponse:
    """Lead to the rating by a code for one's own telephone."""
    picture, address = picture_of("/track/", request), address_of("/track/", request)
    return shown(request, "rate", here(request), qr=picture, address=address)


def _wish(request: HttpRequest, place: Place, line: ServiceLine) -> Draw:
    ctx, asked = context_of(request), request.POST.get("priority", "")
    known = asked if asked in dict(_classes(place)) else Priority.ORDINARY
    return Draw(line, ctx.key, Source.KIOSK, known, screen_id=request.kiosk.id, tokens=held(request))


def _drawn_before(request: HttpRequest, place: Place, line: ServiceLine) -> QueueNumber | None:
    """Return the number that whoever stands here drew for a line and that still waits."""
    return waiting_with(place.hall, held(request), line.id, request.today)


def _standing(request: HttpRequest, row: QueueNumber) -> dict[str, object]:
    queue = queues(here(request), row.day)[row.line_id]
    found = queue.each[queue.order.index(row.id)] if row.id in queue.order else None
    return {"estimate": found, "qr": picture_of(f"/number/{row.token}/", request)}


def _classes(place: Place) -> list[tuple[str, str]]:
    """Return the classes that one may choose here: those that the place calls first."""
    first = [(value, label) for value, label in Priority.choices if value in place.first and value not in _NOT_HERE]
    return [(Priority.ORDINARY.value, str(Priority.ORDINARY.label)), *first]
