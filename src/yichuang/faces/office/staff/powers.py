"""窗口授权: what a department granted its window (五项授权); its head changes it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.staffing.book import NotInRoster
from yichuang.acts.staffing.grant_powers import PowersGrant, grant_powers
from yichuang.faces.common import results
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.common.wording.staff import POWERS
from yichuang.faces.office.scope import frame, scope_of
from yichuang.faces.office.staff.reading import day_in, person_in
from yichuang.law.book import book
from yichuang.records.org.models import WindowGrant
from yichuang.rules.staff.at_window import RECORDED
from yichuang.rules.verdict import Refused

_RECORDED = dict.fromkeys(RECORDED, "（只作登记：应诉在法院进行，本系统没有凭它办理的操作）")
_HEADS = frozenset({"main_head", "agency_head"})


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def powers_page(request: HttpRequest) -> HttpResponse:
    """Show the powers of the window for each department; take a change."""
    if request.method == "GET":
        return _show(request)
    department = person_in(request, "department")
    wanted = frozenset(word for word in request.POST.getlist("power") if word in POWERS)
    if department is None:
        return _show(request, status=422)
    try:
        paper = PowersGrant(department, wanted, request.POST.get("basis", ""), day_in(request, "signed_on"))
        perform(request, grant_powers, paper)
    except NotInRoster:
        return _show(request, status=422)
    except Refused as refused:
        return _show(request, status=422, said=refusal(refused, request.today))
    results.done(request, "已更新窗口授权。")
    return HttpResponseRedirect("/staff/powers/")


def _show(request: HttpRequest, *, status: int = 200, said: Refusal | None = None) -> HttpResponse:
    grants = [g for g in request.officer.grants if g.department_id and not g.verbs]
    heads = {g.department_id for g in grants if g.role in _HEADS and not g.acting_for}
    rows: dict[UUID, list[WindowGrant]] = {}
    ids = list(dict.fromkeys(g.department_id for g in grants if g.department_id))
    for row in WindowGrant.objects.filter(department__in=ids, ends_on=None):
        rows.setdefault(row.department_id, []).append(row)
    told = [
        {
            "department": request.directory.departments[one],
            "powers": [
                (power, words + _RECORDED.get(power, ""), _row(power, rows.get(one, [])))
                for power, words in POWERS.items()
            ],
            "needed": _needed(request, one),
            "may": one in heads,
            "basis": next((row.basis for row in rows.get(one, [])), ""),
        }
        for one in ids
    ]
    scope = scope_of(request.officer, request.directory, request.today)
    more = {"departments": told, "refusal": said, "key": new_key()}
    return render(request, "office/powers.html", frame(request, scope) | more, status=status)


def _row(power: str, rows: list[WindowGrant]) -> WindowGrant | None:
    """Return the grant of a power, if the window has it."""
    return next((row for row in rows if row.power == power), None)


def _needed(request: HttpRequest, department: UUID) -> bool:
    """Say whether the place asks for such grants: else the window needs none."""
    norm = book().norms(request.directory.profile(department), request.today).get("window_powers")
    return norm is not None and bool(norm.value)
