"""利害关系人要求听证: whoever holds the notice asks for a hearing here, without an account."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from yichuang.acts.hearing.request_as_party import PartyRequest, request_as_party
from yichuang.faces.common import results
from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.attempts import Attempts
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.records.cases.access import NotFound
from yichuang.records.hearings.access import PartyProof
from yichuang.rules.identifiers import normalize
from yichuang.rules.verdict import Refused

_SAME = (
    "没有查到这份告知书。请照告知书核对办件编号、文号和姓名，手机填告知时留给行政机关的号码；没有留手机的，请到窗口提出"
)
_LOCKED = "试的次数太多了，请 10 分钟以后再试，或者到窗口提出"
_FIELDS = ("no", "letter", "name", "phone", "reason")
_MAX = {"no": 30, "letter": 60, "name": 100, "phone": 30, "reason": 2000}


@allow(PUBLIC)
@never_cache
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Show the form; take the request of whom the notice fits. Whatever does not fit gets the same sentence."""
    if request.method == "GET":
        return _page(request, {})
    typed = {name: request.POST.get(name, "").strip()[: _MAX[name]] for name in _FIELDS}
    attempts = Attempts(f"party:{typed['no'].upper()}", request.META.get("REMOTE_ADDR", ""))
    if attempts.locked:
        return _page(request, typed, _LOCKED, status=429)
    proof = PartyProof(normalize(typed["no"]), typed["letter"], typed["name"], typed["phone"])
    try:
        filed = perform(request, request_as_party, PartyRequest(proof, typed["reason"]))
    except NotFound:
        attempts.failed()
        return _page(request, typed, _SAME, status=422)
    except Refused as refused:
        return _page(request, typed, said=refusal(refused, request.today), status=422)
    attempts.succeeded()
    results.done(request, f"{filed.no} 已收到您的听证要求，时间和地点会另行书面通知您。听证不收任何费用。")
    return HttpResponseRedirect("/notices/hearings/")


def _page(
    request: HttpRequest, typed: dict[str, str], error: str = "", *, said: Refusal | None = None, status: int = 200
) -> HttpResponse:
    errors = [{"anchor": "no", "sentence": error}] if error else []
    crumbs = [("公示", "/notices/"), ("听证公告", "/notices/hearings/"), ("利害关系人要求听证", "")]
    context = {"typed": typed, "errors": errors, "form": {"errors": errors}, "refusal": said, "crumbs": crumbs}
    return render(request, "portal/notices/ask.html", context | {"key": new_key()}, status=status)
