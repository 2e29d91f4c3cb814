"""What law cases ask about the staff of windows, their assessment, and the units in the hall."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from yichuang.faces.common.wording.refusals import SENTENCES
from yichuang.law.book import book
from yichuang.rules.staff import activity, fitness, scoring, units
from yichuang.rules.verdict import Verdict

_WARNED = {
    "too_old": "超过年龄", "too_new": "工作年限不足", "no_civil_servant": "不是公务员",
    "chief_no_head": "不是科室负责人",
}  # fmt: skip
_GRADES = {"优秀": "excellent", "合格": "competent", "基本合格": "basic", "不合格": "failing"}
_PERIODS = {"月度": "month", "季度": "quarter", "年度": "year"}
_GROUNDS = {"应进不进": "not_in", "两头受理": "two_places", "擅自撤出": "withdrew"}
_APPROVERS = {"政府": "government", "管委会": "committee"}
_CLASSES = {
    "large": "业务量较大", "sporadic": "有零星业务", "none": "未办理任何业务", "withdrawn": "已撤出大厅",
    "vacant": "长期空岗",
}  # fmt: skip
_ONE = UUID(int=1)


def _told(verdict: Verdict) -> dict[str, Any]:
    what = SENTENCES[verdict.code][0] if not verdict.allowed else ""
    return {"准许": "是" if verdict.allowed else "否", "原因": what, "依据": verdict.basis}


def fit(example: Any) -> dict[str, Any]:
    given = example.given
    chief = given.get("岗位") == "首席代表"
    person = fitness.Person(
        given["派驻"], "chief_representative" if chief else "window_clerk", given.get("出生"), given.get("参加工作"),
        "contract" if given.get("人员性质") == "合同制" else "civil_servant", example.yes("科室负责人"),
    )  # fmt: skip
    found = fitness.unfit(person, book().norms(example.profile, given["派驻"]))
    age = fitness.full_years(given["出生"], given["派驻"]) if "出生" in given else None
    words = "、".join(_WARNED[one.code] for one in found) or "无"
    return {"周岁": age, "提示": words, "依据": found[0].basis if found else ""}


def posting_ends(example: Any) -> dict[str, Any]:
    given, norms = example.given, book().norms(example.profile, example.given["派驻"])
    due = fitness.appraisal_due(given["派驻"], given.get("离岗"), norms)
    ripe = fitness.may_appraise(due, given.get("今天", due), done=False).allowed
    return {"期满": due, "鉴定": "应当出具" if ripe else "未到期"}


def visited(example: Any) -> dict[str, Any]:
    owed = units.visit_owed(example.given.get("到过", ()), example.given["今天"], example.norms)
    return {"提醒": f"{owed[0]}..{owed[1]}" if owed else "无"}


def leaving(example: Any) -> dict[str, Any]:
    given = example.given
    by = given.get("批准机关", "")
    approval = units.Approval(_APPROVERS.get(by, by), "批复" if by else "", given.get("批准日期"))
    return _told(units.may_leave("in", approval, given["今天"], example.norms))


def corrected(example: Any) -> dict[str, Any]:
    given, calendar = example.given, book().calendar(example.profile)
    due, public, basis = units.correct_by(_GROUNDS[given["情形"]], given["今天"], example.norms, calendar)
    return {"期限": due, "通报批评": "是" if public else "否", "依据": basis}


def graded(example: Any) -> dict[str, Any]:
    given = example.given
    consent = {"同意": True, "不同意": False}.get(given.get("社区", ""))
    return _told(scoring.may_grade(_GRADES[given["等次"]], _PERIODS[given["周期"]], consent, example.norms))


def assessed(example: Any) -> dict[str, Any]:
    given, calendar = example.given, book().calendar(example.profile)
    period, today = _PERIODS[given["周期"]], given["今天"]
    this = scoring.span_of(period, today)[0]
    first, last = scoring.span_of(period, type(today).fromordinal(this.toordinal() - 1))
    verdict = scoring.may_sign(last, today, period, example.norms)
    return {"起": first, "止": last, "申诉期限": scoring.appeal_by(today, example.norms, calendar)} | _told(verdict)


def classed(example: Any) -> dict[str, Any]:
    given, calendar = example.given, book().calendar(example.profile)
    flow = activity.Flow(given["件数"], given["月数"], example.yes("撤出"), given.get("空岗自"))
    word = activity.activity_of(flow, given["今天"], example.norms, calendar)
    suggested = activity.suggests_comprehensive(flow, example.norms)
    return {"类别": _CLASSES[word], "建议综合窗口": "是" if suggested else "否"}


def sent(example: Any) -> dict[str, Any]:
    given, norms = example.given, example.norms
    few = units.too_few({_ONE: given["人数"]}, norms)
    alone = units.alone_though_busy({_ONE: given["人数"]}, {_ONE: given["每月件数"]}, norms)
    return {"人数不足": "是" if few else "否", "未设两人窗口": "是" if alone else "否"}


def met(example: Any) -> dict[str, Any]:
    return {"标记": "是" if units.contact_flag(example.given.get("安排", "")) else "否"}


STAFFING = {
    "派驻条件": fit, "派驻期满": posting_ends, "领导到窗口": visited, "撤出": leaving, "责令纠正": corrected,
    "考核等次": graded, "考核周期": assessed, "窗口分类": classed, "派驻人数": sent, "后台接待": met,
}  # fmt: skip
