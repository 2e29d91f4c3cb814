"""/supervision/alerts/<id>/: one alert: the rule and its article, the proof, what was done, and what may be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.supervision.account import Accounting, hold_accountable
from yichuang.acts.supervision.card import Carding, card
from yichuang.acts.supervision.clear import Clearing, clear_alert
from yichuang.acts.supervision.settle import AppealSettlement, settle_appeal
from yichuang.acts.supervision.urge import Urging, urge
from yichuang.acts.supervision.words import RULES, SANCTIONS, facts_of
from yichuang.faces.centre.evidence import Evidence, Proof, evidence_of, proofs_of, shown_applicant
from yichuang.faces.centre.scope import frame, regions_of, watched_case
from yichuang.faces.centre.spans import Span
from yichuang.faces.centre.words import LAPSES, verb_words
from yichuang.faces.common import results
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.casework.clock_rows import cited
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.sentences import Refusal, refusal, sentence
from yichuang.law.book import book
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.history import events_of
from yichuang.records.cases.models import CaseState
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.access import document_for
from yichuang.records.staffing.access import patrols_on
from yichuang.records.supervision.models import MeasureKind
from yichuang.records.supervision.queries import alert_in, measures_on
from yichuang.records.supervision.settling import settling
from yichuang.rules.lapses import LapseKind
from yichuang.rules.verdict import Refused

_ANY = "预先核对"
_PROOFS = {
    "answer_late": "逾期未告知", "promise_late": "超过承诺期限", "decision_late": "超过法定期限",
    "delivery_late": LAPSES[LapseKind.DELIVERY],
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offer:
    """One measure: its name, title, button, what is written, and why it can't be taken now ("" when it can)."""

    name: str
    title: str
    button: str
    label: str
    typed: str
    why: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of measure on the page: the act, its words, what is said when it is done, what is written at first."""

    act: Any
    title: str
    button: str
    label: str
    said: str
    typed: str = ""


KINDS: dict[str, Kind] = {
    "settle": Kind(settle_appeal, "复核", "登记复核结果", "复核意见", "已登记复核结果"),
    "urge": Kind(urge, "催办", "下发催办通知单", "要求", "已下发催办通知单", "请抓紧办理，并书面说明原因。"),
    "yellow": Kind(card, "黄牌", "发给黄牌", "处理意见和理由", "已发黄牌"),
    "red": Kind(card, "红牌", "发给红牌", "处理意见和理由", "已发红牌"),
    "account": Kind(hold_accountable, "责任追究", "登记责任追究", "处理文号和情况", "已登记责任追究"),
    "clear": Kind(clear_alert, "核销", "核销异常", "查明的情况", "已核销异常"),
}


@allow(*CENTRE)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, alert: UUID) -> HttpResponse:
    """Show the alert, or take a measure."""
    row = alert_in(regions_of(request.officer), alert)
    if row is None:
        raise NotFound(str(alert))
    case = watched_case(request, row.case.no)
    if request.method == "GET":
        return _show(request, row, case)
    name = request.POST.get("do", "")
    kind = KINDS.get(name) or KINDS["urge"]
    words = request.POST.get("words", "")[:2000]
    try:
        perform(request, kind.act, _wish(name, On(case.no, version_in(request)), row.id, words, request))
    except Refused as refused:
        return _show(request, row, case, refusal(refused, request.today))
    results.done(request, f"{kind.said}{_number(row, case, request)}（{case.no}）。")
    return HttpResponseRedirect(f"/supervision/alerts/{row.id}/")


def _number(alert: Any, case: CaseFile, request: HttpRequest) -> str:
    """Return the number of the paper that the last measure brought out, after a comma; "" where it had none."""
    last = measures_on(alert.region_code, alert.case_id, alert.id).last()
    if last is None or last.document_id is None:
        return ""
    return f"，{document_for(case.no, last.document_id, request.officer, request.directory).no}"


def _wish(name: str, on: On, alert: UUID, words: str, request: HttpRequest | None = None) -> Any:
    posted = request.POST if request is not None else {}
    if name in (MeasureKind.YELLOW, MeasureKind.RED):
        return Carding(on, alert, name, words)
    if name == "settle":
        return AppealSettlement(on, alert, posted.get("lift") == "yes", words)
    if name == "account":
        return Accounting(on, alert, posted.get("sanction", "correct"), words)
    return Clearing(on, alert, words) if name == "clear" else Urging(on, alert, words)


def _show(request: HttpRequest, alert: Any, case: CaseFile, refused: Refusal | None = None) -> HttpResponse:
    evidence = evidence_of(request, case)
    version, rows = version_of(case.item_version_id), list(measures_on(alert.region_code, alert.case_id, alert.id))
    told = {
        "alert": alert,
        "case": case,
        "item": version.item,
        "applicant": shown_applicant(case),
        "state": CaseState(case.state).label,
        "rule": RULES.get(alert.rule, alert.rule),
        "facts": facts_of(alert.rule, alert.evidence, alert.on, alert.ended_on),
        "cited": cited(alert.basis),
        "article": _article(alert.basis),
        "department": request.directory.departments[alert.department_id],
        "waited": _waited(evidence, alert),
        "proofs": _proofs(evidence, alert),
        "entries": _entries(alert, case, request),
        "measures": _measures(rows, request),
        "settling": settling(rows, case.profile, request.directory, request.today),
        "patrols": patrols_on(alert.region_code, alert.id),
        "patrols_may": bool(request.officer.roles() & {"centre_manager", "supervisor"}),
        "offers": list(_offers(request, alert, case)),
        "sanctions": SANCTIONS.items(),
        "refusal": refused,
        "posted": request.POST,
        "key": new_key(),
    }
    return render(request, "centre/supervision/alert.html", frame(request) | told, status=422 if refused else 200)


def _article(basis: str) -> str:
    """Return the words of the articles, where they are at hand."""
    try:
        return book().text(basis) or ""
    except LookupError:
        return ""


def _waited(evidence: Evidence, alert: Any) -> list[Span]:
    """Return where the case was on the last day of the limit, or when the light turned yellow: window or department."""
    due = alert.evidence.get("due")
    if due is None:
        return []
    day = min(date.fromisoformat(due), alert.on)
    return [span for span in evidence.spans if span.held(day)]


def _proofs(evidence: Evidence, alert: Any) -> list[Proof]:
    """Return the explained days of the limit that the alert is about."""
    wanted = _PROOFS.get(alert.rule)
    return [proof for proof in proofs_of(evidence) if proof.kind == wanted] if wanted else []


def _entries(alert: Any, case: CaseFile, request: HttpRequest) -> list[tuple[Any, str, str]]:
    """Return the entries of the ledger that the alert names: entry, words, who."""
    numbers = {alert.evidence.get("seq"), alert.evidence.get("first")} - {None}
    if not numbers:
        return []
    names = request.directory.names
    events = (event for event in events_of(case.region_code, case.id) if event.seq in numbers)
    return [(event, verb_words(event.verb), names.get(event.actor_id, "系统")) for event in events]


def _measures(rows: Sequence[Any], request: HttpRequest) -> list[dict[str, Any]]:
    """Return what was done, oldest first, each with who did it and whether its answer is overdue."""
    return [
        {
            "row": row,
            "who": request.directory.names.get(row.officer_id, ""),
            "late": row.is_overdue(request.today),
            "sanction": SANCTIONS.get(row.sanction, ""),
        }
        for row in rows
    ]


def _offers(request: HttpRequest, alert: Any, case: CaseFile) -> Iterator[Offer]:
    ctx = Context(request.officer, request.at, request.directory)
    for name, kind in KINDS.items():
        try:
            kind.act.judged(case, _wish(name, On(case.no), alert.id, _ANY), ctx)
            why = ""
        except Refused as refused:
            why = sentence(refused, request.today)
            if refused.code in ("not_yours", "no_appeal", "alert_cleared", "accounted_already"):
                continue
        yield Offer(name, kind.title, kind.button, kind.label, kind.typed, why)
