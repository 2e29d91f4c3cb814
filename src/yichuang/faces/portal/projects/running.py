"""一件事进度: every case of a run on one page; one result when all of them are closed (综合结果单)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from yichuang.acts.act import On
from yichuang.acts.bundles.combine_results import Combination, combine_results
from yichuang.acts.bundles.name_bundle_agent import BundleAgentNaming, name_bundle_agent
from yichuang.acts.bundles.submit_bundle import BundleSubmission
from yichuang.acts.filing.shapes import Filed
from yichuang.acts.intake.submit import Submission
from yichuang.faces.common import results
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.after import after_filing
from yichuang.faces.common.casework.papers import document_address
from yichuang.faces.common.casework.timing import row_light
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.portal.applying.applicant import agent_of, person_of
from yichuang.faces.portal.applying.filling import Filling
from yichuang.law.book import book
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.models import CaseOutcome, CaseState
from yichuang.records.documents.access import documents_for
from yichuang.records.documents.models import DocumentKind
from yichuang.records.documents.queries import ANSWERS, RESULTS
from yichuang.records.org.models import Centre
from yichuang.records.projects.access import agents, read_run
from yichuang.records.projects.drafts import merged_or_refused
from yichuang.records.projects.queries import parts_of
from yichuang.records.projects.runs import last_closed
from yichuang.rules.projects.bundles import may_combine

_RESULTS = (*RESULTS, *ANSWERS, DocumentKind.COMBINED_RESULT)


def wish_of(request: HttpRequest, filling: Filling, materials: dict[str, dict[str, Any]]) -> BundleSubmission:
    """Return what a filled-in bundle asks: one submission for each item, of the same answers and files."""
    draft: Any = filling.draft
    whole = merged_or_refused(draft.bundle, request.today)
    asked = {field.name for field in filling.spec.asked(filling.answers)}
    answers = {name: value for name, value in filling.answers.items() if name in asked}
    parts = tuple(
        Submission(
            version=share.version, person=person_of(filling.told), form=share.form(answers),
            materials=share.given(materials), channel=draft.channel, situation=share.situation,
            agent=agent_of(filling.told), user_id=request.officer.user_id,
        )
        for share in whole.shares
    )  # fmt: skip
    return BundleSubmission(draft.bundle, parts, request.officer.user_id)


def make_papers(filed: Filed, request: HttpRequest) -> None:
    """Make the papers of every case of a run."""
    for no in filed.answer["cases"]:
        answer = {"no": no, "documents": [no]}
        after_filing(Filed(filed.region_code, filed.verb, filed.subject_id, filed.seq, filed.hash, answer), request.at)


@allow(USER)
@require_GET
def run(request: HttpRequest, run_no: str) -> HttpResponse:
    """Show a run to its owner. Raises: NotFound."""
    found = read_run(run_no, request.officer, list(request.directory.centres))
    if request.officer.user_id not in (found.owner_id, found.agent_id):
        raise NotFound(run_no)
    own, centre = found.owner_id == request.officer.user_id, request.directory.centres[found.region_code]
    rows = [_row(case, request, own=own) for _, case in parts_of(found)]
    done = [row for row in rows if row["closed"]]
    running = len(done) < len(rows)
    sheet = next((row["sheet"] for row in rows if row["sheet"]), "")
    offered = own and not sheet and may_combine([_ended(row["case"]) for row in rows], made=False).allowed
    context = {
        "run": found,
        "own": own,
        "agents": list(agents(centre.id, request.today)) if own and running and _agency(centre, request) else [],
        "key": new_key(),
        "rows": rows,
        "sheet": sheet,
        "sheet_offered": offered,
        "done": len(done),
        "all": not running,
        "waiting": any(row["case"].state == CaseState.CORRECTING for row in rows),
        "granted": all(row["granted"] for row in rows),
        "crumbs": [("我的", "/my/"), (found.name, "")],
    }
    return render(request, "portal/projects/run.html", context)


@allow(USER)
@require_POST
def agent(request: HttpRequest, run_no: str) -> HttpResponse:
    """Entrust an agent of the roster with following the run."""
    try:
        chosen = UUID(request.POST.get("agent", ""))
    except ValueError:
        raise Http404 from None
    filed = perform(request, name_bundle_agent, BundleAgentNaming(run_no, chosen, version_in(request)))
    results.done(request, "已委托代办员，代办不收费")
    return HttpResponseRedirect(f"/my/bundles/{filed.no}/")


@allow(USER)
@require_POST
def result(request: HttpRequest, run_no: str) -> HttpResponse:
    """Issue the sheet of a finished run, before the sweep does it by itself. Raises: NotFound."""
    found = read_run(run_no, request.officer, list(request.directory.centres))
    if found.owner_id != request.officer.user_id:
        raise NotFound(run_no)
    case = last_closed([case for _, case in parts_of(found)])
    perform(request, combine_results, Combination(On(case.no)))
    results.done(request, "已出具综合结果单")
    return HttpResponseRedirect(f"/my/bundles/{found.no}/#result")


def _ended(case: Any) -> str:
    return str(case.outcome) if case.state == CaseState.CLOSED else ""


def _agency(centre: Centre, request: HttpRequest) -> bool:
    """Say whether the place has agents for those who apply (代办服务)."""
    return book().norms(centre.profile, request.today).get("project_agents") is not None


def _row(case: Any, request: HttpRequest, *, own: bool) -> dict[str, Any]:
    closed, department = case.state == CaseState.CLOSED, request.directory.departments[case.department_id]
    refused = case.outcome not in ("", CaseOutcome.GRANTED)
    return {
        "case": case,
        "department": department.short_name,
        "closed": closed,
        "granted": case.outcome == CaseOutcome.GRANTED,
        "light": "no" if closed and refused else str(row_light(case, request.today)),
        "words": CaseOutcome(case.outcome).label if case.outcome else CaseState(case.state).label,
        **(_papers(case, request) if case.outcome and own else {"papers": [], "sheet": ""}),
    }


def _papers(case: Any, request: HttpRequest) -> dict[str, Any]:
    rows = documents_for(case.no, request.officer, request.directory).filter(kind__in=_RESULTS)
    found = [(row, document_address(case.no, row.id)) for row in rows.order_by("drawn_at", "id")]
    return {
        "papers": [(row.title, address) for row, address in found if row.kind != DocumentKind.COMBINED_RESULT],
        "sheet": next((address for row, address in found if row.kind == DocumentKind.COMBINED_RESULT), ""),
    }
