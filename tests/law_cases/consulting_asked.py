"""What may be asked about consultations and meetings: 反馈 (until when, late, in which bulletin) and 会审通知."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from yichuang.faces.common.wording.refusals import SENTENCES
from yichuang.law.book import book
from yichuang.rules.consulting.asking import answer_by, send_by
from yichuang.rules.consulting.silence import bulletin_month, is_overdue
from yichuang.rules.meeting.calling import may_notify, notice_by

_KINDS = {"会签": "countersign", "征求意见": "consultation", "受理意见": "accept_opinion"}


def answering(example: Any) -> dict[str, Any]:
    """Until when an answer is due, whether it is late, and the month of the bulletin that names it."""
    given, norms, calendar = example.given, example.norms, book().calendar(example.profile)
    sent, today = given["发出"], given.get("今天", given["发出"])
    received = given.get("收件", sent)
    due = answer_by(_KINDS[given["种类"]], sent_on=sent, received_on=received, norms=norms, calendar=calendar)
    answered: date | None = given.get("反馈")
    month = bulletin_month(_KINDS[given["种类"]], due, answered, today, norms)
    return {
        "期满": due or "无",
        "逾期": "是" if is_overdue(due, answered, today) else "否",
        "通报": f"{month.year}年{month.month}月" if month else "无",
    }


def sending(example: Any) -> dict[str, Any]:
    """Until when the consultation letter goes out."""
    return {"最迟": send_by(example.given["受理"], example.norms, book().calendar(example.profile)) or "无"}


def meeting(example: Any) -> dict[str, Any]:
    """Until when the applicant is told of a meeting, and whether a notice of today is in time."""
    given, norms, calendar = example.given, example.norms, book().calendar(example.profile)
    waived = given.get("申请人同意", "否") in ("是", True)
    verdict = may_notify(given["会审"], given["通知"], norms, calendar, waived=waived)
    return {
        "最迟": notice_by(given["会审"], norms, calendar) or "无",
        "准许": "是" if verdict.allowed else "否",
        "原因": "" if verdict.allowed else SENTENCES[verdict.code][0].format_map(verdict.facts),
        "依据": verdict.basis,
    }


CONSULTING: dict[str, Callable[[Any], dict[str, Any]]] = {"反馈": answering, "发函": sending, "会审通知": meeting}
