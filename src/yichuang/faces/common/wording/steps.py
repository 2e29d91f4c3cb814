"""The words of refusals about special steps and major cases (特殊环节、重大项目)."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "step_forbidden": ("法律没有要求的特殊环节，这里没有经审定进行的规定", "请在审查中解决，不另设环节"),
    "step_lawful": ("“{kind}”是本事项依法需要的特殊环节，不用审定", "请直接办“特别程序”，所需时间不计入期限"),
    "step_kind": ("没有选要进行的特殊环节", "可以报审的有：{allowed}"),
    "step_pending": ("已经报审过一个特殊环节，正在等中心审定", "请等审定后再报下一个"),
    "step_dates": ("特殊环节的起止日期不对", "请写今天（{on}）以后的日期，止日不早于起日"),
    "step_outside_limit": (
        "{on} 已经超出法定时限，到期日是 {due_on}",
        "非法定的特殊环节不停表，请安排在 {due_on} 以前完成",
    ),
    "step_none": ("没有等审定的特殊环节", "请重新打开办件查看"),
    "step_approver": ("非法定的特殊环节由{wanted}审定", "请交{wanted}办理"),
    "step_answer": ("没有选审定结果", "请选“同意进行”或“不同意”"),
    "step_unconsulted": ("没有会同审改办、效能办", "请与审改办、效能办共同审定后再登记同意"),
    "step_never_stops": (
        "“{kind}”不是本事项依法需要的特殊环节，不能中止计时",
        "本事项列明的有：{allowed}。认为有必要进行的，请“报审特殊环节”，时间计入法定时限",
    ),
}
