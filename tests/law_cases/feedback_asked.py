"""What law cases ask of ratings and concerns: periods of evaluation, objecting once, handing a sheet back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from yichuang.faces.common.wording.refusals import SENTENCES
from yichuang.law.book import book
from yichuang.rules.feedback.concerns import first_due, may_hand_back, may_reopen
from yichuang.rules.feedback.evaluating import due_evaluations
from yichuang.rules.feedback.rating_loop import dates_of_loop
from yichuang.rules.verdict import Verdict

_ZONE = ZoneInfo("Asia/Shanghai")
_KINDS = {"咨询": "inquiry", "投诉": "complaint", "表扬": "praise"}
_EVALUATIONS = {"self": "自我评价", "applicant": "相对人评价", "call_back": "集中回访", "third_party": "第三方评价"}


def rated_badly(example: Any) -> dict[str, Any]:
    """By when a bad rating is looked into, and answered."""
    days = dates_of_loop(example.given["评价"], example.norms, book().calendar(example.profile))
    return {"核实": days.verify_by, "反馈": days.answer_by}


def filed(example: Any) -> dict[str, Any]:
    """By when somebody must act first on what was brought forward."""
    given, calendar = example.given, book().calendar(example.profile)
    kind = _KINDS[given["种类"]]
    return {"期满": first_due(kind, given["提出"], example.norms, calendar, hotline=example.yes("热线")) or "无"}


def evaluated(example: Any) -> dict[str, Any]:
    """Which periods are to be evaluated on a day, and by when."""
    found = due_evaluations(example.given["今天"], example.norms, book().calendar(example.profile))
    return {_EVALUATIONS[one.kind]: f"{one.starts_on}至{one.ends_on}，{one.due_on}前" for one in found}


def objected(example: Any) -> dict[str, Any]:
    """Whether an answer may be objected to."""
    given, calendar = example.given, book().calendar(example.profile)
    verdict = may_reopen(given.get("已再办", 0), given["答复"], given["今天"], example.norms, calendar)
    return _told(verdict)


def handed_back(example: Any) -> dict[str, Any]:
    """Whether a sheet may still go back, some hours after it came."""
    came = datetime(2026, 3, 6, 16, tzinfo=_ZONE)
    return _told(may_hand_back("12345-1", came, came + timedelta(hours=example.given["小时"]), example.norms))


def _told(verdict: Verdict) -> dict[str, Any]:
    if verdict.allowed:
        return {"准许": "是"}
    return {"准许": "否", "原因": SENTENCES[verdict.code][0].format_map(verdict.facts)}


FEEDBACK = {"差评": rated_badly, "诉求": filed, "评价评估": evaluated, "再次办理": objected, "退回热线": handed_back}
