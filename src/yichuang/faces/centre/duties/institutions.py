"""/centre/institutions/: the five functions of the centre and its ten institutions, each as it stands; the house."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.duties.standing import standing
from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.casework.clock_rows import cited
from yichuang.records.staffing.house import at_windows, house


class Kept(NamedTuple):
    """One function or institution: what it says, what keeps it here, the page where that is seen, how it stands now."""

    title: str
    words: str
    page: str
    url: str
    manager: bool = False  # the page is only the manager's
    now: str = ""


FUNCTIONS = (
    Kept(
        "制定规章制度，管理考核窗口人员",
        "参数带条文，人员档案、考勤、考核表",
        "考核表",
        "/staff/sheets/",
        True,
        "sheets",
    ),
    Kept("确定、调整进驻和退出的事项", "进驻、撤出登记；事项按版本发布", "进驻单位", "/staff/units/", True, "units"),
    Kept("公开审批依据、收费标准、程序、时限", "办事指南要素齐全才能发布", "事项版本", "/centre/items/", now="items"),
    Kept(
        "协调和催促办理", "异常自动发现，催办通知单编号、有答复期限", "异常与催办", "/supervision/alerts/", now="alerts"
    ),
    Kept(
        "受理投诉",
        "投诉登记、转办、答复、回访，各有期限",
        "咨询投诉",
        "/feedback/concerns/?kind=complaint",
        now="complaints",
    ),
)
INSTITUTIONS = (
    Kept("首席代表制", "每个窗口一名，由审批科室负责人担任，派驻时核对", "集中到位检查", "/centre/concentration/",
         now="chiefs"),
    Kept("岗位责任制", "每一步记下何人、何岗位、何时，没有岗位职责的办不了", "全部办件", "/centre/cases/", now="posts"),
    Kept("首问负责制", "第一位接待的人登记、转交，接手的人要签收", "咨询投诉", "/feedback/concerns/?standing=overdue",
         now="late"),
    Kept("服务承诺制", "承诺时限受理时固定，超过即列为异常", "异常与催办", "/supervision/alerts/?rule=promise_late",
         now="promise_late"),
    Kept("限时办结制", "到期日由账目推算，可以逐日核对", "红黄灯", "/centre/cases/?light=red", now="decision_late"),
    Kept("过错追究制", "催办、黄牌、红牌、责任追究，被督办单位可以申辩", "异常与催办",
         "/supervision/alerts/?standing=carded", now="carded"),
    Kept("一次性告知制", "补正只能告知一次，没有书面告知或者再次告知的列为异常", "异常与催办",
         "/supervision/alerts/?group=telling", now="telling"),
    Kept("离岗告示制", "告示挂在窗口，同时显示在大厅屏幕", "大厅与窗口", "/centre/halls/", now="away"),
    Kept("AB岗制", "A岗请假，B岗自动顶岗；没有人顶的提示中心", "代岗", "/staff/", True, "seconds"),
    Kept("考勤巡查制", "签到签退、周末轮班、巡查附照片，计入考核", "考勤和巡查", "/staff/attendance/", True, "present"),
)  # fmt: skip


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show both lists with how each stands, and the departments; who may not enter a page is told its name."""
    manages = "centre_manager" in request.officer.roles()
    rooms = house(region_of(request), request.directory, request.today)
    now, here = standing(request, rooms), request.directory.centres[region_of(request)]

    def seen(rows: tuple[Kept, ...]) -> list[tuple[Kept, str, bool]]:
        return [(one, now.get(one.now, ""), manages or not one.manager) for one in rows]

    told = {
        "groups": [
            ("中心五项职能", cited("S2"), seen(FUNCTIONS)), ("窗口十项制度", cited("S1-四3"), seen(INSTITUTIONS)),
        ],
        "rooms": rooms,
        "people": at_windows(here.region.code, request.directory, request.today),
        "items": sum(room.items for room in rooms),
        "windows": sum(row.centre_id == here.id for row in request.directory.windows.values()),
    }  # fmt: skip
    return render(request, "centre/duties/institutions.html", frame(request) | told)
