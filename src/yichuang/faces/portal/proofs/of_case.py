"""存证证明 of a case, to be kept by its applicant: hashes and paths, nothing of what was filed."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from yichuang.acts.proofs.of_case import proof_of
from yichuang.faces.common.access import PUBLIC, USER, allow
from yichuang.faces.portal.entrance.track import has_proof
from yichuang.faces.portal.mine.progress import own_case
from yichuang.records.cases.reading import CaseFile
from yichuang.records.cases.tracking import tracked as tracked_case


@allow(PUBLIC)
@never_cache
@require_GET
def tracked(request: HttpRequest, no: str) -> HttpResponse:
    """Hand out the proof to whoever proved number and code."""
    if not has_proof(request, no):
        return HttpResponseRedirect(f"/track/?no={no}")
    return _file(tracked_case(no, request.directory))


@allow(USER)
@never_cache
@require_GET
def own(request: HttpRequest, no: str) -> HttpResponse:
    """Hand out the proof to the applicant."""
    return _file(own_case(request, no))


def _file(case: CaseFile) -> HttpResponse:
    told: dict[str, Any] | None = proof_of(case.region_code, case.id, case.no)
    if told is None:
        raise Http404
    head = {"Content-Disposition": f'attachment; filename="proof-{case.no}.json"'}
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1}, headers=head)
