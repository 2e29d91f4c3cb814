"""委托代理人 on a running case: the applicant himself says who acts for him, how far and until when."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.passing.give_mandate import MandateGiven, give_mandate, number_of_proxy
from yichuang.faces.common import results
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.forms.schema_form import BoundForm, bind, form_spec, show
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.portal.applying.applicant import POWERS
from yichuang.records.cases.access import NotFound, place_of, read_case
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.identifiers import normalize
from yichuang.rules.permissions import is_own
from yichuang.rules.proxy.mandate import SUBMIT, SUPPLEMENT
from yichuang.rules.verdict import Refused

_POWERS = {word: title for word, title in POWERS.items() if word != SUBMIT}  # 申请已经提交了
_SPEC = form_spec(
    {
        "type": "object",
        "properties": {
            "name": {"type": "string", "title": "代理人姓名", "maxLength": 60},
            "number": {"type": "string", "title": "代理人公民身份号码", "maxLength": 18},
            "powers": {
                "type": "array", "items": {"enum": list(_POWERS.values())}, "uniqueItems": True, "minItems": 1,
                "title": "授权他办",
            },
            "until": {"type": "string", "format": "date", "title": "授权到哪天"},
            "sure": {
                "type": "array", "items": {"enum": ["是我本人的意思，以本次提交作为授权委托书"]}, "minItems": 1,
                "uniqueItems": True, "title": "申请人声明",
            },
        },
        "required": ["name", "number", "powers", "until", "sure"],
    },
    {
        "fields": {
            "number": {"check": "id", "help": "18 位；加密保存，只用来核对身份"},
            "powers": {"help": "没有授权的事还由您本人办；您自己随时都能办"},
            "until": {"help": "过了这一天他不能再办；您随时可以取消委托"},
        }
    },
)  # fmt: skip


@allow(USER)
@require_http_methods(["GET", "POST"])
def giving(request: HttpRequest, no: str) -> HttpResponse:
    """Ask whom the applicant empowers, and put it on record. Raises: NotFound for who is not on his side."""
    case = read_case(no, request.officer, request.directory, materials=True)
    if not is_own(request.officer, place_of(case)):
        raise NotFound(no)
    if request.method == "GET":
        return _page(request, case, show(_SPEC, {}), why_not(request, case))
    bound = bind(_SPEC, request.POST, today=request.today)
    if not bound.ok:
        return _page(request, case, bound)
    told = bound.values
    scope = tuple(word for word, title in _POWERS.items() if title in told["powers"])
    on = On(case.no, version_in(request))
    wish = MandateGiven(on, told["name"], normalize(told["number"]), scope, date.fromisoformat(told["until"]))
    try:
        filed = perform(request, give_mandate, wish)
    except Refused as said:
        return _page(request, case, bound, refusal(said, request.today))
    results.done(request, f"已委托{wish.name}代办 {filed.no}。请把办件编号告诉他，您随时可以取消委托")
    return HttpResponseRedirect(f"/my/cases/{filed.no}/")


def why_not(request: HttpRequest, case: CaseFile) -> Refusal | None:
    """Return why nobody can be empowered on this case now, None where the page is offered."""
    probe = MandateGiven(On(case.no), "—", number_of_proxy(case) or "—", (SUPPLEMENT,), date.max)
    try:
        give_mandate.judged(case, probe, Context(request.officer, request.at, request.directory))  # type: ignore[attr-defined]
    except Refused as said:
        return refusal(said, request.today)
    return None


def _page(request: HttpRequest, case: CaseFile, bound: BoundForm, said: Refusal | None = None) -> HttpResponse:
    context = {
        "case": case,
        "item": version_of(case.item_version_id).item,
        "bound": bound,
        "refusal": said,
        "blocked": said is not None and request.method == "GET",
        "key": request.POST.get("key") or new_key(),
        "version": request.POST.get("version") or case.version,
        "crumbs": [("我的办件", "/my/"), (case.no, f"/my/cases/{case.no}/"), ("委托代理人", "")],
    }
    wrong = request.method == "POST"
    return render(request, "portal/people/entrust.html", context, status=422 if wrong else 200)
