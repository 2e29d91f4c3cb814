"""收费标准: every version of every standard, what waits for a second person, and the form that proposes the next."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from yichuang.acts.fees.books.answer_standard import StandardAnswer, answer_standard
from yichuang.acts.fees.books.propose_standard import StandardProposal, propose_standard
from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common import results
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.records.catalogue.options import fee_scheme
from yichuang.records.fees.standards import all_standards, charging_versions, proposals
from yichuang.records.ids import new_id
from yichuang.rules.fees.standards import Reduction, Standard
from yichuang.rules.fees.wire import fen_of
from yichuang.rules.verdict import Refused

_EDITORS = frozenset({"centre_manager", "system_admin"})
_WHO = CENTRE | {"system_admin"}


@allow(*_WHO)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show the standards; to POST proposes a new one, or answers what somebody else proposed."""
    region = region_of(request, _WHO)
    if request.method == "GET":
        return _page(request, region)
    try:
        said_of = _done(request, region)
    except Refused as said:
        return _page(request, region, refusal(said, request.today))
    results.done(request, said_of)
    return redirect(f"{reverse('centre:money_standards')}?region={region}")


def _done(request: HttpRequest, region: str) -> str:
    """Do what was asked and return what to say of it."""
    do = request.POST.get("do", "propose")
    if do == "propose":
        wish = _wish(request, region)
        perform(request, propose_standard, wish)
        return f"已提出收费标准：{wish.standard.name}，等另一人批准"
    try:
        row_id = UUID(request.POST.get("row", ""))
    except ValueError:
        raise Refused("standard_answered", "XKF-59") from None
    answer = StandardAnswer(region, row_id, agree=do == "approve", words=request.POST.get("words", ""))
    perform(request, answer_standard, answer)
    return "已批准，从施行日期起用于核定" if answer.agree else "已退回"


def _wish(request: HttpRequest, region: str) -> StandardProposal:
    """Read the form: `charge` names version and fee; reductions stand on lines, 名称｜依据｜缴纳比例."""
    told = request.POST
    version, _, name = told.get("charge", "").partition(" ")
    try:
        version_id, effective_on = UUID(version), date.fromisoformat(told.get("effective_on", ""))
    except ValueError:
        raise Refused("standard_price", "XKF-59") from None
    ceiling = told.get("ceiling", "").strip()
    reductions = tuple(_reduction(line) for line in told.get("reductions", "").splitlines() if line.strip())
    standard = Standard(
        new_id(), name, told.get("unit", ""), _fen(told.get("price", "")), told.get("basis", ""), effective_on,
        _fen(ceiling) if ceiling else None, reductions, told.get("document_no", ""),
    )  # fmt: skip
    if version_id not in {row.id for row in charging_versions(region, request.today)}:
        raise Refused("standard_not_listed", "XKF-58.1", {"fee": name})
    return StandardProposal(region, version_id, standard)


def _reduction(line: str) -> Reduction:
    parts = [part.strip() for part in line.replace("|", "｜").split("｜")]
    share = parts[2].rstrip("%％") if len(parts) == 3 else ""
    return Reduction(parts[0], parts[1] if len(parts) > 1 else "", int(share) if share.isdecimal() else -1)


def _fen(told: str) -> int:
    return fen_of(told.replace(",", "").strip()) or 0


def _page(request: HttpRequest, region: str, refused: Refusal | None = None) -> HttpResponse:
    charges = [
        (f"{version.id} {charge.name}", f"{charge.name}（{version.item.name}）")
        for version in charging_versions(region, request.today)
        for charge in fee_scheme(version).charges
    ]
    rows = list(all_standards(region)[:200])
    latest = {(row.item_id, row.name): row.id for row in reversed(rows) if row.effective_on <= request.today}
    context = {
        "rows": [(row, row.id in latest.values(), row.effective_on > request.today) for row in rows],
        "charges": charges,
        "waiting": [(row, row.proposed_by_id == request.officer.user_id) for row in proposals(region)],
        "may": bool(request.officer.roles() & _EDITORS),
        "told": request.POST,
        "refusal": refused,
        "key": request.POST.get("key") or new_key(),
    }
    return render(
        request, "centre/money/standards.html", frame(request, _WHO) | context, status=422 if refused else 200
    )
