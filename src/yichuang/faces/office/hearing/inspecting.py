"""/cases/<no>/inspect/: an inspection is put on record with its officers, findings and photographs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from yichuang.acts.act import On, norms_of
from yichuang.acts.inspecting.inspect import Finding, inspect
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.common.storage import serve_file
from yichuang.faces.common.uploads.refused import UploadRefused
from yichuang.faces.common.uploads.taking import accept, sentence
from yichuang.faces.office.cases.acting import Deed, act_on, on
from yichuang.faces.office.cases.offers import barred_by
from yichuang.faces.office.cases.opinion import Error
from yichuang.faces.office.cases.page import STAFF, context_of
from yichuang.faces.office.cases.sheet import sheet_of
from yichuang.faces.office.hearing.steps import text
from yichuang.faces.office.scope import asking
from yichuang.records.cases.access import read_case
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.regime import regime_of
from yichuang.records.hearings.models import InspectionKind
from yichuang.records.hearings.queries import Assigned, assigned_to, inspections_of

_FILES = 9
_LONG = 4000
_PHOTO = ({"media_type": "image/png"},)  # stands for the photographs that the form will bring


@dataclass(frozen=True, slots=True)
class InspectionForm:
    """What the form shows: empty, or as posted with its errors."""

    kind: str = ""
    day: str = ""
    place: str = ""
    standard: str = ""
    findings: str = ""
    passed: str = ""
    officers: tuple[str, ...] = ()
    errors: tuple[Error, ...] = field(default_factory=tuple)


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def inspect_page(request: HttpRequest, no: str) -> HttpResponse:
    """Put an inspection on record."""
    if request.method == "GET":
        return _form(request, no, _begun(request, no))
    form = _read(request)
    if form.errors:
        return _form(request, no, form, status=422)
    wish = Finding(
        on(request, no), form.kind, tuple(UUID(one) for one in form.officers), date.fromisoformat(form.day),
        form.place, form.findings, form.passed == "yes", form.standard, _files(request),
    )  # fmt: skip
    deed = Deed(inspect, wish, "已记录核查")
    return act_on(request, no, deed, lambda said: _form(request, no, form, status=422, refusal=said))


@allow(*STAFF)
@require_GET
def inspection_file(request: HttpRequest, no: str, digest: str) -> HttpResponse:
    """Hand out a photograph or another file of an inspection."""
    case = read_case(no, request.officer, request.directory)
    for row in inspections_of(case.region_code, case.id):
        for file in row.files:
            if file.get("digest") == digest:
                media_type = file.get("media_type") or "application/octet-stream"
                return serve_file(digest, file.get("name", digest[:12]), media_type)
    raise Http404(digest)


def _begun(request: HttpRequest, no: str) -> InspectionForm:
    """Return the form as it begins: with who was sent where, if somebody was."""
    case, today = read_case(no, request.officer, request.directory), request.today.isoformat()
    told = _told(case)
    if told is None:
        return InspectionForm(day=today, officers=(str(request.officer.user_id),))
    return InspectionForm(told.kind, today, told.place, officers=tuple(str(one) for one in told.officers))


def _told(case: CaseFile) -> Assigned | None:
    sent = case.stage(StageKind.ASSIGNMENT)
    return assigned_to(case.region_code, sent.id) if sent else None


def _read(request: HttpRequest) -> InspectionForm:
    post = request.POST
    officers = tuple(one for one in post.getlist("officers")[:20] if is_id(one))
    form = InspectionForm(
        text(post, "kind", 12), text(post, "day", 10), text(post, "place"), text(post, "standard"),
        text(post, "findings", _LONG), text(post, "passed", 3), officers,
    )  # fmt: skip
    wrong = [
        Error(name, words)
        for name, bad, words in (
            ("kind", form.kind not in InspectionKind.values, "选核查的种类"),
            ("day", not is_day(form.day), "填核查日期，写成 2026-03-20 这样"),
            ("place", not form.place, "填核查地点"),
            ("findings", not form.findings, "写明核查情况"),
            ("passed", form.passed not in ("yes", "no"), "选核查结论"),
        )
        if bad
    ]
    wrong += [Error("files", words) for words in _bad_files(request)]
    return InspectionForm(**{**asdict(form), "errors": tuple(wrong)})


def _bad_files(request: HttpRequest) -> list[str]:
    """Return what is wrong with the files; good ones are in the store, unnamed until the act names them."""
    found = []
    for upload in request.FILES.getlist("files")[:_FILES]:
        try:
            accept(upload)
        except UploadRefused as refused:
            found.append(sentence(refused))
    return found


def _files(request: HttpRequest) -> list[dict[str, Any]]:
    uploads = request.FILES.getlist("files")[:_FILES]
    for upload in uploads:
        upload.seek(0)
    return [asdict(accept(upload)) for upload in uploads]


def is_id(word: str) -> bool:
    """Return whether it is the id of somebody."""
    try:
        UUID(word)
    except ValueError:
        return False
    return True


def is_day(word: str) -> bool:
    """Return whether it is a day."""
    try:
        date.fromisoformat(word)
    except ValueError:
        return False
    return True


def people_of(department: UUID, request: HttpRequest) -> list[tuple[str, str]]:
    """Return who holds a post at the department today: id and name."""
    names, grants = request.directory.names, partial(request.directory.officer, on=request.today)
    held = (user_id for user_id, posts in request.directory.postings.items() if _at(department, posts))
    return [(str(user_id), names.get(user_id, "")) for user_id in held if _at(department, grants(user_id).grants)]


def _at(department: UUID, rows: Iterable[Any]) -> bool:
    return any(row.department_id == department for row in rows)


def _form(request: HttpRequest, no: str, form: InspectionForm, *, status: int = 200, **more: Any) -> HttpResponse:
    sheet = sheet_of(request, no)
    case, people = sheet.case, people_of(sheet.case.department_id, request)
    regime, norms = regime_of(sheet.version), norms_of(case)
    least = norms.number("inspection_min_officers")
    told = _told(case)
    pair = told.officers if told else tuple(UUID(one) for one, _ in people[:least])
    probe = Finding(On(case.no), InspectionKind.INSPECTION.value, pair, request.today, "—", "—", True, "—", _PHOTO)
    shown = {
        "form": None, "decision": None, "bound": form, "inspecting": form, "people": people, "regime": regime,
        "kinds": InspectionKind.choices, "least": least, "start_days": norms.number("inspection_limit"),
        "barred_why": barred_by(inspect, case, probe, asking(request)),
    }  # fmt: skip
    return render(request, "office/hearing/inspect.html", context_of(request, sheet) | shown | more, status=status)
