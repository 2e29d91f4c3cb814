"""现在轮到谁，到什么时候: the first thing on a progress page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from yichuang.acts.papers.terms import extended_by, on_the_spot
from yichuang.faces.common.casework.result_words import result_words
from yichuang.faces.common.casework.timing import CaseTime
from yichuang.faces.common.dates import short_day
from yichuang.faces.portal.mine.levels import doing
from yichuang.records.cases.models import CaseOutcome, CaseState, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.clockwork.pauses import name_of
from yichuang.rules.lights import Light
from yichuang.rules.working_days import Calendar


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is: class of the card, light with its words, what happens, a sentence more, until when."""

    css: str
    light: str
    whose: str
    now: str
    more: str = ""
    until: date | None = None
    until_words: str = ""
    over: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """What a turn is told from."""

    case: CaseFile
    time: CaseTime
    department: str
    calendar: Calendar
    today: date


def ended_light(outcome: str) -> str:
    """Return the mark of an end: a tick only for what was applied for."""
    given = (CaseOutcome.GRANTED, CaseOutcome.FILED, CaseOutcome.UPWARD, "")
    return Light.DONE if outcome in given else "no"


def for_anybody(told: Turn) -> Turn:
    """Return what whoever knows number and code is told: papers are for the applicant, who logs in."""
    now, more = (words.replace("在下面下载", "登录后下载") for words in (told.now, told.more))
    return replace(told, now=now, more=more)


def turn(standing: Standing) -> Turn:
    """Return whose turn it is now."""
    case, time = standing.case, standing.time
    if _pays(case):
        return _paying(standing)
    if case.state in _BY_STATE:
        return _BY_STATE[case.state](standing)
    if time.clock.paused:
        return _paused(standing)
    if time.light is Light.RED:
        return _late(standing)
    return _window(standing) if time.clock.accepted_on is None else _office(standing)


def _pays(case: CaseFile) -> bool:
    """Say whether the applicant was told to pay and the payment is still open."""
    stage = case.stage(StageKind.PAYMENT)
    return stage is not None and stage.starts_on is not None


def _paying(standing: Standing) -> Turn:
    by, today = standing.case.payment_by, standing.today
    late = by is not None and today > by
    light, css = (Light.RED, "red") if late else (Light.YELLOW, "warn")
    words = "缴费期限已经过了，请马上与窗口联系。" if late else "请凭缴费通知书缴清；已经缴清的，等窗口和财务登记确认。"
    over = max(0, -(standing.time.left or 0))  # of the case itself: its days stand beside
    return Turn(css, light, "轮到您缴费", words, "金额和项目见缴费通知书。", by, "缴费期限", over)


def _window(standing: Standing) -> Turn:
    by = standing.time.due
    return Turn(
        "", standing.time.light, "轮到综合窗口", "正在看您的申请材料，您现在不用做什么。",
        "要补什么，会一次性全部告诉您。", by, "最晚告诉您是否受理",
    )  # fmt: skip


def _office(standing: Standing) -> Turn:
    clock, who = standing.time.clock, standing.department
    more = _deemed(standing)
    if clock.extension_days:
        more += f"经批准延长了 {extended_by(clock.extension_days, standing.case.terms)}，原因见告知书。"
    css = "warn" if standing.time.light is Light.YELLOW else ""
    now = doing(standing.case) or "正在办理您的申请，您现在不用做什么。"
    due, spot = standing.time.due, on_the_spot(standing.case)
    more = f"本事项受理后当场办结。{more}" if spot else more
    return Turn(css, standing.time.light, f"轮到{who}", now, more, due, "法定最晚答复" if spot else "最晚答复")


def _deemed(standing: Standing) -> str:
    """Say that silence became acceptance, where it did."""
    clock = standing.time.clock
    since = f"自 {short_day(clock.accepted_on, standing.today)}起" if clock.accepted_on else ""
    return f"到期没有告知是否受理，{since}已视为受理。" if clock.deemed else ""


def _correcting(standing: Standing) -> Turn:
    by, today, whose = standing.case.correction_due_on, standing.today, "轮到您补正"
    if by is None:
        return Turn("warn", Light.YELLOW, whose, "请把告知书里列的内容全部补齐。", "补齐以后重新计算答复的期限。")
    if today > by:
        words = f"补正期限 {short_day(by, today)}已经过了，请马上补齐，或与窗口联系。"
        return Turn("red", Light.RED, whose, words, "", by, "补正期限")
    left = standing.calendar.between(today, by)
    words = f"还有 {left} 个工作日（{short_day(by, today)}前）" if left else "今天是最后一天"
    return Turn("warn", Light.YELLOW, whose, f"{words}，请把告知书里列的内容全部补齐。", "", by, "补正期限")


def _paused(standing: Standing) -> Turn:
    kind = name_of(standing.time.clock.pause_kind)
    more = f"{standing.department}正在进行{kind}，所需时间依法不计入办理期限；结束后恢复计时，会书面告知您。"
    return Turn("pause", Light.PAUSE, "暂停计时", f"{kind}，您现在不用做什么。", more)


def _late(standing: Standing) -> Turn:
    clock, due = standing.time.clock, standing.time.due
    over = -(standing.time.left or 0)
    what = "承诺" if clock.promised else "法定期限"
    who = standing.department if clock.accepted_on else "综合窗口"
    by = f"{who}应在 {short_day(due, standing.today)}前答复。" if due else ""
    more = f"{_deemed(standing)}您不用做什么；可以打电话催问，也可以投诉。"
    return Turn("red", Light.RED, f"超过{what} {over} 日", by, more, due, "应当答复", over)


def _decided(standing: Standing) -> Turn:
    case = standing.case
    if case.outcome in (CaseOutcome.FILED, CaseOutcome.NOT_FILED):
        words = str(CaseOutcome(case.outcome).label)
        return Turn("done", Light.DONE, f"已作结论：{words}", "通知书将送达给您，也可以在下面下载。")
    if case.outcome == CaseOutcome.UPWARD:
        more = "批复下达后，由窗口送达给您；您不用另交材料。"
        return Turn("", Light.DONE, "轮到上级机关", "本机关同意上报，正在等上级机关批复。", more)
    if case.outcome == CaseOutcome.GRANTED and case.stage(StageKind.RECOVERY):
        more = "作出撤销或者作废的决定以前，会听取您的陈述和申辩；可以打电话向办理部门了解。"
        return Turn("warn", Light.YELLOW, standing.department, "准予决定正在核查处理，暂不制发证照。", more)
    if case.outcome == CaseOutcome.GRANTED:
        words = (
            f"{_words(case)[0]}，正在制作证照。" if case.certificate_by else "已作出准予决定，正在制作证照或办结手续。"
        )
        return Turn("done", Light.DONE, "已决定：准予", words, "", case.certificate_by, "最晚送达")
    more = "决定书写明了理由和不服时的救济途径，可以在下面下载。"
    return Turn(
        "warn",
        ended_light(case.outcome),
        f"已决定：{_words(case)[1]}",
        "决定书将送达给您。",
        more,
        case.certificate_by,
        "最晚送达",
    )


def _words(case: CaseFile) -> tuple[str, str]:
    return result_words(version_of(case.item_version_id).item.power_kind)


def _issued(standing: Standing) -> Turn:
    more = "请带身份证件到出件窗口领取；替人领取的，另带委托书。"
    by = standing.case.certificate_by
    return Turn("done", Light.DONE, "轮到您领取", "证照已做好，可以领取。", more, by, "最晚送达")


_BACK = StageKind.RECOVERY
_ENDS = {
    CaseOutcome.GRANTED: ("done", "已办结", "{0}，结果已送达。", "证照和决定书可以在下面下载。"),
    CaseOutcome.DENIED: ("warn", "已办结", "{1}，决定书已送达。", "理由和救济途径写在决定书里。"),
    CaseOutcome.NOT_NEEDED: ("done", "已办结", "不受理：您的事项依法不需要取得许可。", "告知书可以在下面下载。"),
    CaseOutcome.REFUSED: ("warn", "已办结", "不予受理。", "理由、该向谁申请和救济途径写在决定书里。"),
    CaseOutcome.FILED: ("done", "已办结", "予以备案，通知书已送达。", "通知书可以在下面下载。"),
    CaseOutcome.NOT_FILED: ("warn", "已办结", "不予备案。", "需要补正的全部材料写在通知书里，补齐后可以重新报送。"),
    CaseOutcome.LAPSED: ("warn", "已办结", "容缺材料逾期没有补齐。", "处理结果和救济途径写在通知书里。"),
    CaseOutcome.UNPAID: ("warn", "已办结", "逾期没有缴费，不予办理。", "处理结果和救济途径写在通知书里。"),
    CaseOutcome.REVOKED: ("warn", "已办结", "准予决定已撤销。", "理由和救济途径写在撤销决定书里。"),
    CaseOutcome.WITHDRAWN: ("done", "已办结", "您已撤回申请。", "以后需要时可以重新申请。"),
}


def _closed(standing: Standing) -> Turn:
    case = standing.case
    if case.outcome == CaseOutcome.GRANTED and (case.tolerance_by or any(s.kind == _BACK for s in case.stages)):
        return _outstanding(standing)
    css, whose, now, more = _ENDS.get(case.outcome, ("done", "已办结", "", ""))
    return Turn(css, ended_light(case.outcome), whose, now.format(*_words(case)), more)


def _outstanding(standing: Standing) -> Turn:
    """Tell of a certificate that was handed out before the file was complete (容缺先发证)."""
    by, today = standing.case.tolerance_by, standing.today
    if by is None:
        more = "证照不再有效，请交回出件窗口；理由和救济途径写在通知书里。"
        return Turn("warn", "no", "已办结", "容缺材料逾期没有补齐，批准已作废。", more)
    if today > by:
        more = "办理部门将按规定作废批准、收回证照；请马上与办理部门联系。"
        return Turn("red", Light.RED, "轮到您补齐", "容缺材料的补齐期限已经过了。", more, by, "补齐期限")
    more = "逾期没有补齐的，批准作废，证照收回。"
    return Turn("warn", Light.YELLOW, "轮到您补齐", "证照已送达，容缺材料还没有补齐。", more, by, "补齐期限")


_BY_STATE: dict[str, Callable[[Standing], Turn]] = {
    CaseState.CORRECTING: _correcting,
    CaseState.DECIDED: _decided,
    CaseState.ISSUED: _issued,
    CaseState.CLOSED: _closed,
}
