"""/centre/institutions/: the five functions of the centre and the ten institutions, each with where it is kept."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.scope import frame
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.casework.clock_rows import cited


class Kept(NamedTuple):
    """One function or institution: what it says, what keeps it here, and the page where that is seen."""

    title: str
    words: str
    page: str
    url: str
    manager: bool = False  # the page is only the manager's


FUNCTIONS = (
    Kept("制定规章制度，管理考核窗口人员", "参数带条文，人员档案、考勤、考核表", "考核表", "/staff/sheets/", True),
    Kept("确定、调整进驻和退出的事项", "进驻、撤出登记；事项按版本发布", "进驻单位", "/staff/units/", True),
    Kept("公开审批依据、收费标准、程序、时限", "办事指南要素齐全才能发布", "事项版本", "/centre/items/"),
    Kept("协调和催促办理", "异常自动发现，催办通知单编号、有答复期限", "异常与催办", "/supervision/alerts/"),
    Kept("受理投诉", "投诉登记、转办、答复、回访，各有期限", "好差评公示", "/ratings/"),
)
INSTITUTIONS = (
    Kept("首席代表制", "每个窗口一名，由审批科室负责人担任，派驻时核对", "集中到位检查", "/centre/concentration/"),
    Kept("岗位责任制", "每一步记下何人、何岗位、何时，没有岗位职责的办不了", "全部办件", "/centre/cases/"),
    Kept("首问负责制", "第一位接待的人登记、转交，接手的人要签收", "好差评公示", "/ratings/"),
    Kept("服务承诺制", "承诺时限受理时固定，超过即列为异常", "异常与催办", "/supervision/alerts/?rule=promise_late"),
    Kept("限时办结制", "到期日由账目推算，可以逐日核对", "红黄灯", "/centre/cases/?light=red"),
    Kept("过错追究制", "催办、黄牌、红牌、责任追究，被督办单位可以申辩", "异常与催办",
         "/supervision/alerts/?standing=carded"),
    Kept("一次性告知制", "补正只能告知一次，没有书面告知或者再次告知的列为异常", "异常与催办",
         "/supervision/alerts/?group=telling"),
    Kept("离岗告示制", "告示挂在窗口，同时显示在大厅屏幕", "大厅与窗口", "/centre/halls/"),
    Kept("AB岗制", "A岗请假，B岗自动顶岗；没有人顶的提示中心", "代岗", "/staff/", True),
    Kept("考勤巡查制", "签到签退、周末轮班、巡查附照片，计入考核", "考勤和巡查", "/staff/attendance/", True),
)  # fmt: skip


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show both lists; who may not enter a page is told its name."""
    manages = "centre_manager" in request.officer.roles()

    def seen(rows: tuple[Kept, ...]) -> list[tuple[Kept, bool]]:
        return [(one, manages or not one.manager) for one in rows]

    told = {
        "groups": [
            ("中心五项职能", cited("S2"), seen(FUNCTIONS)), ("窗口十项制度", cited("S1-四3"), seen(INSTITUTIONS)),
        ]
    }  # fmt: skip
    return render(request, "centre/duties/institutions.html", frame(request) | told)
