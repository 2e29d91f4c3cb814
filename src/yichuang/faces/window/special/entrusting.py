"""登记新的委托 at the window: the original of the power of attorney is seen, and what it says is typed in."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.passing.give_mandate import MandateGiven, give_mandate, number_of_proxy
from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.window.case.acting import ActPage, Values, run
from yichuang.faces.window.intake.applicant import POWERS
from yichuang.faces.window.moves import ANY_REASON
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.identifiers import normalize
from yichuang.rules.proxy.mandate import SUBMIT, SUPPLEMENT

_POWERS = {word: title for word, title in POWERS.items() if word != SUBMIT}  # 申请已经提交了


def probe(case: CaseFile) -> MandateGiven:
    """Return a power that says all it has to: whether the page is offered depends on the case only."""
    return MandateGiven(
        On(case.no), ANY_REASON, number_of_proxy(case) or ANY_REASON, (SUPPLEMENT,), date.max, attorney=True
    )


def _wish(on: On, told: Values) -> MandateGiven:
    scope = tuple(word for word, title in _POWERS.items() if title in told.get("powers", ()))
    until = date.fromisoformat(told["until"]) if told.get("until") else None
    number = normalize(told.get("number", ""))
    return MandateGiven(on, told.get("name", ""), number, scope, until, attorney=bool(told.get("seen")))


GIVE = ActPage(
    title="登记新的委托", verb="登记委托",
    properties={
        "name": {"type": "string", "title": "代理人姓名", "maxLength": 60},
        "number": {"type": "string", "title": "代理人公民身份号码", "maxLength": 18},
        "powers": {
            "type": "array", "items": {"enum": list(_POWERS.values())}, "uniqueItems": True, "minItems": 1,
            "title": "授权范围",
        },
        "until": {"type": "string", "format": "date", "title": "授权到哪天"},
        "seen": {"type": "boolean", "title": "已核对授权委托书原件"},
    },
    required=("name", "number", "powers", "until", "seen"),
    layout={
        "name": {"help": "照授权委托书和代理人的身份证填写"}, "number": {"check": "id"},
        "powers": {"help": "委托书没有写的不勾；没有授权的事由申请人本人办"},
        "until": {"help": "照授权委托书填写；过了这一天代理人不能再办"},
    },
    wish=_wish, act=give_mandate, done="已登记新的委托 {no}，授权委托书原件归入案卷", css="",
    preview=False, probe=probe,
    note="从登记起生效，不影响办理期限。还有别的代理人的，先终止原来的委托；原代理人换了新委托书的，直接登记，以新的为准。",
)  # fmt: skip


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def entrust(request: HttpRequest, no: str) -> HttpResponse:
    """Enter a power of attorney that the applicant gave while the case runs."""
    return run(request, no, GIVE)
