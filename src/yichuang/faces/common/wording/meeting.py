"""The words of refusals by code: countersigns, consultations, joint review meetings (会签、征求意见、会审)."""

from __future__ import annotations

from collections.abc import Mapping

_LOOK_AGAIN = "请重新打开办件，看现在到了哪一步"

SENTENCES: Mapping[str, tuple[str, str]] = {
    # 征询
    "ask_kind": ("没有选征询的种类", "请选会签、征求意见、征询意见或者受理意见"),
    "ask_state": ("这件办件现在是“{state}”，不能这样征询", "会签在审查开始以后进行；受理意见在收件以后、受理以前征询"),
    "ask_by_lead": ("只有主办部门能征询其他部门", "请由主办部门发起；窗口只能请承办部门提出受理意见"),
    "ask_nobody": ("没有选征询哪些部门", "请至少选一个部门"),
    "ask_own": ("本部门是主办部门，不用征询自己", "请选其他部门"),
    "ask_twice": ("选中的部门里有正在等它反馈的，或者选了两次", "请等它反馈，或者先撤回原来的征询"),
    "ask_turn": ("只有会签可以依次进行", "请改为同时征询"),
    "question_missing": ("没有写要征询什么", "会签请写主办处的审查意见；征询请写一个能答“是”或“否”的问题"),
    "ask_day": ("这里的规范没有规定反馈期限，需要您写一个日期", "请写今天或者以后的日期"),
    "ask_day_late": ("反馈期限晚于这件办件自己的到期日 {due_on}", "请写到期日以前的日期"),
    "not_asked": ("没有征询过您的部门，或者这份征询不在这件办件里", _LOOK_AGAIN),
    "answered_already": ("这份征询已经反馈或者撤回了", _LOOK_AGAIN),
    "not_your_turn": ("依次会签还没有轮到您的部门", "前一个部门签署以后，您的待办里会出现这一件"),
    "not_silent": ("没有逾期不反馈、依规定视为同意的征询", "请等对方反馈，或者催办"),
    # 决定以前
    "countersign_open": ("还有部门没有会签", "请等会签完毕，或者撤回不需要的会签"),
    "countersign_against": ("有部门会签不同意", "请先协商或者会审，把情况向主要负责人汇报后再准予；也可以不予许可"),
    "consultation_open": ("征求意见还没有反馈，反馈期限也没有到", "请等到反馈期限；不需要的可以撤回"),
    "meeting_open": ("已经召集的会审还没有结束", "会审纪要是作出决定的依据，请先结束或者取消会审"),
    "report_first": (
        "会审中有较大分歧意见，签批前要先向主要负责人或者办公会汇报",
        "请登记汇报情况后再签批；主要负责人自己签批的不用",
    ),
    "report_forum": ("没有选向谁汇报", "请选主要负责人或者办公会"),
    "report_missing": ("没有写汇报的结果", "请写明主要负责人或者办公会的意见"),
    # 会审
    "request_missing": ("没有写请求会审的理由，或者部门选得不对", "请写明为什么需要会审，并选希望参加的部门"),
    "meeting_requested_already": ("已经请求过会审，正在等主办部门答复", "请等答复；还有补充的请联系主办部门"),
    "no_meeting": ("没有这次会审", _LOOK_AGAIN),
    "meeting_state": ("这次会审现在的状态不能办这一步", _LOOK_AGAIN),
    "meeting_place_missing": ("没有写清会审的时间或者地点", "时间写成 09:30 的样子，地点写到房间"),
    "meeting_past": ("会审日期 {on} 已经过去", "请写今天或者以后的日期"),
    "meeting_notice_late": (
        "举行会审的两日前要通知申请人：{on} 的会审最迟 {latest} 通知，已经过了",
        "请改期；申请人书面同意不提前通知的，写明怎样同意",
    ),
    "meeting_chair": ("主持人的职务不够，要由{wanted}主持", "请改由{wanted}主持，或者写明主要负责人何时确定由谁主持"),
    "meeting_invitations": ("没有选参加会审的部门，或者选了本部门、选了两次", "请至少选一个其他部门"),
    "meeting_invited_already": ("选中的部门已经在另一次会审里，还没有结束", "请先结束或者取消那次会审"),
    "meeting_city_department": ("审批权归属不清或者属于中央的，只能函请市级部门", "请改选市级部门"),
    "delegate_post": ("委派的代表要是该部门的审批人员，会审当日在岗", "请选该部门的审查、核准人员或者负责人"),
    "no_seat": ("您的部门没有受邀参加这次会审", _LOOK_AGAIN),
    "seat_signed_already": ("您的部门已经签署了会审结论", "签署的结论不能改；有变化的请告诉主办部门"),
    "seat_no_delegate": ("还没有确定由谁参加会审", "请先委派代表，再由代表签署"),
    "seat_other_delegate": ("您的部门委派的代表是{who}", "请由代表本人签署，或者先改派"),
    "meeting_not_begun": ("会审在 {on} 举行，还没有开始", "会审当日才能签署结论和结束会审"),
    "later_materials_only_before": ("只有预审阶段的会审可以要求事后补齐材料", "已经受理的，请把要求写进意见"),
    "minutes_missing": ("没有写会审情况", "请写明讨论的问题和结果；纪要是决定的依据"),
    "meeting_conclusions_missing": (
        "还有到会的部门没有签署结论",
        "请代表当场签署；确实不出具结论的，勾选“仍然结束”，按规定认定",
    ),
}
