"""The words of refusals about people: absences, delegations, hand-overs, window powers, proxies."""

from __future__ import annotations

from collections.abc import Mapping

POWERS: Mapping[str, str] = {
    "acceptance": "受理决定权",
    "instant_approval": "即办件审批权",
    "coordination": "承诺件组织协调权",
    "delivery": "办理结果送达权",
    "litigation": "应诉代理权",
}
SENTENCES: Mapping[str, tuple[str, str]] = {
    "not_your_staff": ("这个人不归您登记", "本人、本部门负责人和中心主任可以登记"),
    "holds_no_post": ("这个人那天没有任岗，不用请假登记", "请核对人员和日期"),
    "span_odd": ("起止日期不合理", "止期不能早于起期，也不能早于今天；授权从今天或者以后起，最长一年"),
    "stand_in_elsewhere": ("代岗的人要在同一个部门或者窗口任岗，不能是本人", "请另选一人，或者留空由B岗顶岗"),
    "away_already": ("这个人在这几天里已经登记过请假", "先取消原来的登记，再重新登记"),
    "delegated_already": ("同样的授权在这几天里已经有了", "先收回原来的授权，再重新授权"),
    "stand_in_away": ("代岗的人那几天也请假", "请另选一人，或者留空由B岗顶岗"),
    "delegation_not_held": (
        "您自己没有这项签批权，或者它不能授权他人代办",
        "只能授权您本人岗位上的签批事项，代岗的不能再授权",
    ),
    "delegation_basis_missing": ("没有写书面依据", "请填授权书或者会议纪要的名称、文号"),
    "delegation_paper_date": (
        "没有写书面依据的日期，或者日期在授权开始以后",
        "请填授权书、会议纪要落款的日期；先有书面依据，再开始授权",
    ),
    "same_principal": (
        "被代签的人已经在这件办件的前一环节签过字，代他签等于一个人审又核",
        "审与核要由两个人分别签字，请由另一位有此职责的负责人签",
    ),
    "two_stand_ins": (
        "您已经代另一位负责人在这件办件上签过字，不能再代第二位签",
        "要两位负责人分别签字的，请由本人或者另一位代岗人签",
    ),
    "delegation_elsewhere": ("只能授权给本部门的其他人员", "请在本部门任岗的人员里选"),
    "powers_by_head": ("窗口的权力由部门主要负责人授予", "请部门主要负责人办理授权"),
    "nobody_holds_it": ("还没有人经办，不用移交", "直接认领即可"),
    "not_your_case": ("这件办件不是您经办的", "由经办人本人、代岗人或者部门负责人移交"),
    "same_holder": ("这件办件本来就由这个人经办", "请另选一人"),
    "receiver_not_entitled": ("接收人没有办这一步的岗位", "请在本部门同岗位的人员里选"),
    "receiver_away": ("接收人今天请假", "请另选一人"),
    "receiver_did_before": ("接收人已经办过前一环节，审与核要由两个人分别办", "请另选一人"),
    "not_been_there": ("这件办件没有经过这一环节，不能退到那里", "请选它经过的环节"),
    "signed_for_already": ("材料已于 {on} 签收", "不用再签收"),
    "power_not_granted": ("部门没有把“{power}”授予窗口，窗口不能办这一步", "请部门办理，或者请部门主要负责人授权"),
    "no_window_review": ("这里没有实行一审一核，窗口不能自己审查", "请转承办部门审查"),
    "not_formal_only": ("这个事项不是只作形式审查，窗口不能自己审查", "请转承办部门审查"),
    "proxy_early": ("代理权从 {on} 起", "请在授权委托书写明的期间内办理"),
    "proxy_over": ("代理权到 {on} 为止，已经过期", "请由申请人本人办理，或者交新的授权委托书"),
    "proxy_scope": ("授权委托书没有授权代理人“{verb}”", "请由申请人本人办理，或者交写明这一项的授权委托书"),
    "in_person": ("这个事项须由申请人本人到场，不能委托代理人（{article}）", "请申请人本人带证件到窗口办理"),
    "no_proxy": ("这里不能委托代理人申请", "请申请人本人办理"),
    "proxy_untold": ("代理人的姓名、证件号码、权限或者期限没有写全", "请照授权委托书逐项填写"),
    "attorney_missing": ("没有授权委托书", "请上传或者出示申请人签字的授权委托书"),
    "not_authorised": (
        "这个单位指定了办事人员，您不在其中，或者授权已过期",
        "请由单位指定的人员申请，或者请单位更新名单",
    ),
}
