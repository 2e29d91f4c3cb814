"""The words of refusals in joint approval (并联审批的不能办的理由)."""

from __future__ import annotations

from collections.abc import Mapping

_OPEN_AGAIN = "请重新打开办件，看各部门办到哪一步"

SENTENCES: Mapping[str, tuple[str, str]] = {
    "no_part": ("您的部门在这件办件里没有待办的协办", _OPEN_AGAIN),
    "lead_only": (
        "中止审批、恢复计时只能由主办部门作出，协办部门不能办",
        "需要听证、检验、专家评审等特殊环节的，请写进协办结论，或者告诉主办部门，由主办部门中止",
    ),
    "pickup_reason_missing": (
        "没有写次日领取的特殊情况",
        "协办部门应当在统一受理的当日领取；情况特殊的可以在次个工作日领取，请写明原因",
    ),
    "already_picked_up": ("材料已于 {on} 领取，不用再领", "请在协办期限内出具协办结论"),
    "co_department_unknown": ("事项写明的协办部门“{department}”不在本中心", "请通知系统管理员核对事项的共同流程"),
    "parts_open": (
        "还有协办部门没有出具结论：{departments}",
        "等各协办部门都出具结论后再汇总；逾期的，在并联看板催办",
    ),
    "part_lapsed": (
        "协办期限到 {due_on} 为止，逾期没有答复，已经视为同意",
        "默认的结论不能收回；有不同意见的，请直接告诉主办部门",
    ),
    "round_lapsed": (
        "再次征求的期限到 {due_on} 为止，逾期没有答复，原来的书面结论有效",
        "有不同意见的，请直接告诉主办部门",
    ),
    "part_still_open": ("{department}的这一轮协办还没有结束，不用再次征求", "请等协办部门出具结论，或者催办"),
    "part_never_asked": ("{department}没有出具过协办结论，不是再次征求", _OPEN_AGAIN),
    "again_reason_missing": ("没有写为什么再次征求", "请写明理由，例如申请人补正了哪些材料、要核对什么"),
    "part_reply_awaited": (
        "{departments}同意上报，上级机关的批复还没有下达",
        "请等协办部门登记批复后再办这一步",
    ),
    "reply_no_missing": ("没有写批复文号", "请照批复写文号"),
    "no_report": ("您的部门在这件办件里没有等批复的上报", _OPEN_AGAIN),
    "not_lapsed": ("协办部门的期限还没有过，或者这里逾期不视为同意（期限：{due_on}）", "请等协办部门答复，或者催办"),
    "conclusion_irregular": ("这不是规定的审批结论", "结论只能是：{conclusions}"),
    "denial_without_reasons": ("不同意而没有写理由", "请书面说明理由；理由写进审批结论书，申请人看得到"),
    "particulars_misplaced": (
        "缴费、领证和特殊要求只能附在“同意”的结论上",
        "请去掉这些内容，或者把结论改为“同意”",
    ),
    "fee_malformed": ("缴费金额写得不对", "请只写数字，单位为元，最多两位小数，如 1200.00"),
    "sent_missing": ("没有写协办部门送来的是什么", "请照录来文的结论，让协办部门知道哪里不规范"),
    "objection_unanswered": (
        "有协办部门不同意，准予前要写明这一意见怎样处理",
        "请在决定的“说明”里写明处理情况，不少于 {least} 字；不能处理的，应当不予许可或者组织会审",
    ),
}
