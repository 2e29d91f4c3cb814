"""同意电子送达、确认收悉: the applicant's own steps in a delivery."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.delivery.agree_electronic import ElectronicConsent, agree_electronic
from yichuang.acts.delivery.confirm_receipt import ReceiptConfirmed, confirm_receipt
from yichuang.faces.common import results
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.doing import perform, version_in
from yichuang.faces.portal.mine.progress import own_case


@allow(USER)
@require_http_methods(["GET", "POST"])
def delivery(request: HttpRequest, no: str) -> HttpResponse:
    """Agree, take the consent back, or confirm the receipt; then back to the case."""
    case = own_case(request, no)
    if request.method == "POST":
        on = On(case.no, version_in(request))
        if request.POST.get("do") == "confirm":
            perform(request, confirm_receipt, ReceiptConfirmed(on))
            results.done(request, "已确认收悉")
        else:
            agree = request.POST.get("do") == "agree"
            perform(request, agree_electronic, ElectronicConsent(on, agree=agree))
            results.done(request, "已同意电子送达" if agree else "已撤回同意，文书改在窗口领取或者邮寄")
    return HttpResponseRedirect(f"/my/cases/{case.no}/")
