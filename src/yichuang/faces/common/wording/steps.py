"""The words of refusals about special steps and major cases (特殊环节、重大项目)."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "extension_pending": ("已经提请过延期，正在等批准", "请等批准人答复"),
    "extension_not_proposed": ("承办部门还没有提出延长期限的意见", "请由承办人员先提请延期，再批准"),
    "extension_own_proposal": ("延期是您自己提请的，不能由您批准", "请由另一位有权批准的负责人批准"),
    "extension_none_proposed": ("没有等批准的延期提请", "请刷新页面"),
    "later_materials_only_agreed": (
        "结论是同意或者同意上报的，才可以要求事后补齐材料",
        "不同意的，请把理由和要求写进意见",
    ),
    "later_materials_long": ("要求补齐的材料太多或者太长", "最多 {most} 份，每行一份，每份 {longest} 字以内"),
    "major_unknown": ("这里没有重大项目先向主要负责人汇报的规定", "请按通常的签批办理"),
    "major_marked": ("已经标注为重大项目或者已经汇报过", "不用再标注；请登记汇报情况"),
    "major_not_marked": ("没有可以撤销的标注", "已经汇报过的、会审分歧要求汇报的，不能撤销"),
    "pause_not_listed": (
        "“{kind}”不在本事项列明的特殊环节里，法律没有要求的不能中止计时",
        "本事项列明的有：{allowed}；听证依法需要时随时可以",
    ),
    "step_not_approved": ("这个特殊环节没有经中心同意", "请先报审，同意后再登记结果"),
    "step_not_begun": ("特殊环节从 {on} 开始，还没有到", "请在开始以后登记结果"),
    "step_resulted": ("这个特殊环节已经登记过结果", "不用再登记"),
    "step_result_missing": ("没有写特殊环节的结果", "请写明评审、鉴定等得出的结论"),
    "pause_result_missing": (
        "没有写特殊环节的结果，不能恢复计时",
        "请写明检验、检测、评审等得出的结论；没有完成的，写明为什么不再进行",
    ),
    "step_need_missing": ("没有写为什么有必要", "请写明必要性，供中心审定；申请人看不到"),
    "step_reason_missing": ("没有写为什么不再进行", "请写明理由；理由记入办理经过"),
    "step_unsettled": (
        "报审的特殊环节还在等中心审定，不能作出决定",
        "请等中心审定；不再需要的，在“非法定特殊环节”里写明理由不再进行",
    ),
    "step_without_result": (
        "经审定进行的特殊环节还没有登记结果，不能作出决定",
        "请先登记结果；不再进行的，在“非法定特殊环节”里写明理由",
    ),
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
