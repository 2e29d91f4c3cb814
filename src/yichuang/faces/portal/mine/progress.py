"""办理进度: one case as its applicant sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yichuang.acts.context import Context
from yichuang.acts.passing.end_mandate import is_proxy
from yichuang.acts.passing.proxy import before_of, may_go_on
from yichuang.acts.proofs.of_case import standing_of as proven
from yichuang.acts.tolerance.deferral import promised_keys
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.casework.clock_page import approvers, clock_page
from yichuang.faces.common.casework.delivered import decisions_of
from yichuang.faces.common.casework.history import Teller, timeline
from yichuang.faces.common.casework.paper_forms import forms_of
from yichuang.faces.common.casework.papers import document_address, file_address
from yichuang.faces.common.casework.timing import case_time
from yichuang.faces.common.dates import full_day
from yichuang.faces.common.visitors.verifying import state_of, words_of
from yichuang.faces.portal.mine.acting import acting_words
from yichuang.faces.portal.mine.delivery import own_delivery
from yichuang.faces.portal.mine.hearings import own_hearing
from yichuang.faces.portal.mine.levels import holder
from yichuang.faces.portal.mine.meetings import may_request, own_meetings
from yichuang.faces.portal.mine.milestones import milestones
from yichuang.faces.portal.mine.parts import asks_money, parts_of
from yichuang.faces.portal.mine.turn import Standing, turn
from yichuang.faces.portal.people.giving import why_not
from yichuang.faces.portal.special.owed import owed_by
from yichuang.records.cases.access import NotFound, place_of, read_case
from yichuang.records.cases.history import events_of, materials_of
from yichuang.records.cases.models import CaseState
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.catalogue.versions import version_of
from yichuang.records.certificates.models import Certificate
from yichuang.records.certificates.queries import certificates_of
from yichuang.records.certificates.verifying import changed_at
from yichuang.records.documents.access import documents_for
from yichuang.records.documents.models import Document, DocumentKind
from yichuang.records.feedback.queries import answers_to, rating_of
from yichuang.rules import transitions
from yichuang.rules.permissions import is_own
from yichuang.rules.proxy.mandate import mandate_of, may_end

_VERBS = {"supplement": "case.supplemented", "withdraw": "case.withdrawn"}  # what a mandate can name


@dataclass(frozen=True, slots=True)
class Move:
    """Something the applicant can do now: words and address; `first` ones stand on the card of the turn."""

    words: str
    url: str
    icon: str
    first: bool = False


def own_case(request: HttpRequest, no: str, *, materials: bool = False) -> CaseFile:
    """Return a case of which the visitor is the applicant. Raises NotFound for any other."""
    case = read_case(no, request.officer, request.directory, materials=materials)
    if not is_own(request.officer, place_of(case)):
        raise NotFound(no)
    return case


def standing_of(case: CaseFile, request: HttpRequest) -> Standing:
    """Return how a case stands today."""
    calendar = request.directory.calendar(case.profile)
    time = case_time(case.facts, case.terms, calendar, request.today)
    department = holder(case, request.directory)
    return Standing(case, time, department, calendar, request.today)


def shared(case: CaseFile, request: HttpRequest) -> dict[str, Any]:
    """Return what the applicant's page and the public query have in common."""
    standing, version = standing_of(case, request), version_of(case.item_version_id)
    now = turn(standing)
    return {
        "case": case,
        "item": version.item,
        "turn": now,
        "provisional": now.until is not None and standing.calendar.provisional(now.until),
        "time": standing.time,
        "milestones": milestones(standing, version),
        "department": request.directory.departments[case.department_id],
    }


@allow(USER)
@require_GET
def progress(request: HttpRequest, no: str) -> HttpResponse:
    """Show how a case stands, what happened, its papers and materials, and what can be done."""
    case = own_case(request, no)
    version = version_of(case.item_version_id)
    rating = rating_of(case.region_code, case.id)
    papers = list(documents_for(case.no, request.officer, request.directory))
    handed = _materials(case, version)
    owed = owed_by(case, [one["row"] for one in handed], request.today)
    asked = [Move(words, url, icon, first=not url.endswith("/correct/")) for words, url, icon in owed.steps]
    viewer = request.officer.user_id
    held = _held(case, request)
    certificate = _certificate(case, papers) if any(words == "" for _, words, _ in held) else []
    steps = _still_mine([*asked, *moves(case, rated=rating is not None)], case, request)
    found = [*certificate, *steps, *_mandate(case, request)]
    teller = Teller(case, request.directory, lambda ref: document_address(case.no, ref), public=True, viewer=viewer)
    context = {
        **shared(case, request),
        "timeline": timeline(events_of(case.region_code, case.id), teller),
        "documents": [(row, document_address(case.no, row.id), forms_of(row.kind)) for row in papers],
        "parts": parts_of(case, papers, request.directory),
        "materials": handed,
        "owed": owed,
        "acting": acting_words(case, viewer),
        "certificates": held,
        "meetings": own_meetings(case, request),
        "hearing": own_hearing(case, request),
        "rating": rating,
        "rating_answers": answers_to(rating),
        "delivery": own_delivery(case, request),
        "decisions": decisions_of(case, request.directory) if case.state == CaseState.CLOSED else [],
        "moves": found,
        "actions": [move for move in found if move.first],
        "proof": proven(case.region_code, case.id),
        "proof_url": f"/my/cases/{case.no}/proof.json",
        "clock_url": f"/my/cases/{case.no}/clock/",
        "fee": version.guide.get("fee", {}),
        "asks_money": asks_money(papers),
        "crumbs": [("我的办件", "/my/"), (case.no, "")],
    }
    return render(request, "portal/mine/progress.html", context)


@allow(USER)
@require_GET
def clock(request: HttpRequest, no: str) -> HttpResponse:
    """Show how the date came about, day by day."""
    case = own_case(request, no)
    statutory = request.GET.get("limit") == "statutory"
    approved = approvers(events_of(case.region_code, case.id), request.directory.names)
    context = {
        "page": clock_page(case, request.directory, request.today, statutory=statutory, approved=approved),
        "subject": [version_of(case.item_version_id).item.name, case.applicant_name, computed(request.today)],
        "crumbs": [("我的办件", "/my/"), (case.no, f"/my/cases/{case.no}/"), ("这个日期怎么算的", "")],
        "layout": "common/public.html",
    }
    return render(request, "common/clock.html", context)


def computed(today: date) -> str:
    """Return 按 2026年11月22日的事实计算."""
    return f"按 {full_day(today)}的事实计算"


def moves(case: CaseFile, *, rated: bool) -> list[Move]:
    """Return what the applicant can do with the case now."""
    found, here = [], f"/my/cases/{case.no}"
    if case.state == CaseState.CORRECTING:
        found.append(Move("现在补正", f"{here}/supplement/", "up", first=True))
    if case.state == CaseState.CLOSED and not rated:
        found.append(Move("评价这次办理", f"{here}/rate/", "star", first=True))
    if transitions.may("case.withdrawn", case.state, kind=case.kind, paused=case.paused).allowed:
        found.append(Move("撤回申请", f"{here}/withdraw/", "x"))
    if may_request(case):
        found.append(Move("请求召开会审", f"{here}/meeting/", "flag"))
    return found


def _still_mine(found: list[Move], case: CaseFile, request: HttpRequest) -> list[Move]:
    """Return the steps that the viewer may take for the applicant: none once his mandate has ended.

    Basis: XKF-29.2, MFD-173(2)
    """
    ctx = Context(request.officer, request.at, request.directory)
    return [move for move in found if may_go_on(_VERBS.get(move.url.split("/")[-2], ""), case, ctx).allowed]


def _mandate(case: CaseFile, request: HttpRequest) -> list[Move]:
    """Return how a mandate is taken back, or given up; where there is none, how one is given."""
    viewer = request.officer.user_id
    if before_of(case.agent, viewer):
        return []
    known = transitions.may("case.mandate_ended", case.state, kind=case.kind, paused=case.paused).allowed
    if not (known and case.agent and may_end(mandate_of(case.agent)).allowed):
        return [Move("委托代理人", f"/my/cases/{case.no}/entrust/", "user")] if why_not(request, case) is None else []
    words = "辞去委托" if is_proxy(case, viewer) else f"取消对{case.agent.get('name', '')}的委托"
    return [Move(words, f"/my/cases/{case.no}/mandate/", "x")]


def _certificate(case: CaseFile, papers: list[Document]) -> list[Move]:
    """Return the download of the certificate, once it was handed over."""
    made = [row for row in papers if row.kind == DocumentKind.CERTIFICATE and case.state == CaseState.CLOSED]
    return [Move("下载证照", document_address(case.no, row.id), "down", first=True) for row in made]


def _held(case: CaseFile, request: HttpRequest) -> list[tuple[Certificate, str, datetime | None]]:
    """Return the certificates of a case; of what is no longer in force also how it stands, and since when."""
    rows = [(row, state_of(row, request)) for row in certificates_of(case.region_code, case.id)]
    return [
        (row, "", None) if state == "valid" else (row, words_of(state), changed_at(row) if state != "expired" else None)
        for row, state in rows
    ]


def _materials(case: CaseFile, version: ItemVersion) -> list[dict[str, Any]]:
    exempt = {slot["key"] for slot in version.materials if slot.get("share_exempt")}
    spared = promised_keys(case)
    return [
        {
            "row": row,
            "exempt": row.key in exempt,
            "spared": row.key in spared,
            "files": [(file.get("name", "附件"), file_address(case.no, file["digest"])) for file in row.files],
        }
        for row in materials_of(case.region_code, case.id)
    ]  # fmt: skip
