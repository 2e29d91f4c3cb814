"""Words of refusals about investment projects and bundles (投资项目、一件事)."""

from __future__ import annotations

from collections.abc import Mapping

VERBS: Mapping[str, str] = {
    "project.registered": "项目登记",
    "project.case_added": "在项目里提出申请",
    "project.stage_finished": "完成项目阶段",
    "project.joint_called": "组织联合办理",
    "project.agent_named": "委托代办员",
    "project.noted": "代办记录",
    "project.coordination_asked": "提请协调",
    "project.answered": "协同答复",
    "bundle.submitted": "提交一件事",
    "bundle.agent_named": "委托一件事代办员",
    "case.results_combined": "出具综合结果单",
}
SENTENCES: Mapping[str, tuple[str, str]] = {
    "bundle_none": ("这件办件不属于一件事", "单个事项的结果以决定书为准"),
    "bundle_running": ("还有 {number} 个事项没有办结", "全部办结后出具综合结果单"),
    "bundle_withdrawn": ("各事项都已撤回，没有结果可以汇总", "需要办理的请重新提出申请"),
    "bundle_combined": ("综合结果单已经出具", "请在文书里查看和下载"),
    "bundle_other_case": ("综合结果单归入最后办结的那一件", "请从一件事的页面出具"),
    "no_stage_template": ("本地没有规定投资项目的审批阶段，不能登记项目", "请按单个事项办理"),
    "nature_unknown": ("没有选项目性质", "请在建设、交通、水利等性质里选一个；它决定由哪个部门牵头"),
    "lead_without_office": ("还没有登记由哪个部门承担“{leads}”的牵头职责", "请系统管理员先登记牵头部门对照"),
    "project_code_odd": (
        "“{typed}”不是项目代码",
        "项目代码形如 2026-350300-48-01-123456；还没有代码的请留空，由系统编号",
    ),
    "unit_code_odd": ("统一社会信用代码“{typed}”不对", "请照营业执照或登记证书填写 18 位；没有的留空"),
    "unit_code_of_another": (
        "这个统一社会信用代码登记的单位是“{registered}”，与填写的“{typed}”不一致",
        "请核对营业执照；单位已经更名的，请先办理变更",
    ),
    "unit_of_project": (
        "这个项目登记的项目单位是“{unit}”，不是“{typed}”，不能用“{typed}”的名义在项目里申报",
        "请填项目单位和它的统一社会信用代码；项目已经转给其他单位的，请由新的单位重新登记项目",
    ),
    "unit_not_yours": (
        "项目单位“{typed}”不是您登录所代表的单位（{own}）",
        "请填您代表的单位；替其他单位登记的，请由该单位授权您为办事人员后，切换到该单位身份",
    ),
    "project_code_taken": (
        "项目代码“{typed}”已经登记过",
        "请在“我的项目”里打开这个项目；不是您登记的，请核对代码，或者到窗口查询",
    ),
    "project_unknown": (
        "没有代码是“{typed}”的项目",
        "请核对项目代码；没有登记的请项目单位先登记，不属于项目的留空",
    ),
    "stage_unknown": ("这个项目没有这个阶段", "请重新打开项目"),
    "stage_finished": ("“{stage}”阶段已经完成", "请看下一阶段"),
    "stage_before_open": ("还没有轮到“{stage}”阶段：{missing}还没有完成", "请先办完前面的阶段"),
    "stage_cases_open": ("“{stage}”阶段还有办件没有作出决定", "请等本阶段的办件都有结果后再完成阶段"),
    "stage_not_granted": ("“{stage}”阶段的主办事项还没有获准", "主办事项获准以后才能完成这个阶段"),
    "item_not_of_stage": ("“{item}”不是“{stage}”阶段的事项", "请在项目页面里选这个阶段的事项"),
    "stage_item_begun": ("“{item}”在“{stage}”阶段已经有申请", "请看这件申请的进度，不用重复提出"),
    "no_agents_here": ("本地没有规定投资项目代办", "请自行办理，或者到窗口咨询"),
    "agent_already": ("这个项目已经由这名代办员负责", "一个项目一名代办员，不用再委托"),
    "run_finished": ("这件一件事的各事项都已办结", "不用再委托代办员"),
    "not_in_roster": ("这个人不在代办员名册里", "请在名册里选一名代办员"),
    "joint_kind_unknown": ("本地没有规定这种联合办理方式", "请选列出的联合办理方式"),
    "words_missing": ("没有写内容", "请写清楚以后再提交"),
    "department_elsewhere": ("这个部门不在本中心", "请选本中心的部门"),
    "department_missing": ("没有选部门", "请选要协调或者催办的部门"),
    "departments_missing": ("没有选参加的部门", "请至少选一个本中心的部门"),
    "day_far": ("{on}太远，不在已知的日历里", "请核对年份，改选一个较近的日期"),
    "day_past": ("{on}已经过去", "请选今天或者以后的日期"),
    "day_missing": ("没有写时间，或者时间不是日期", "请填一个日期"),
    "nothing_to_answer": ("没有等您答复的协同事项，可能已经有人答复", "请重新打开项目"),
    "bundle_closed": ("“{name}”现在不能办理", "请按单个事项办理"),
    "bundle_item_missing": ("“{name}”里有的事项暂时不能网上办理", "请稍后再来，或者到综合窗口办理"),
}
