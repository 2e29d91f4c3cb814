"""Words of refusals about who stands for whom: log-ins, organisations and their people, agents of projects."""

from __future__ import annotations

from collections.abc import Mapping

VERBS: Mapping[str, str] = {
    "account.linked": "实名关联",
    "account.person_named": "指定办事人员",
    "account.person_removed": "撤销办事人员",
    "staff.absence_noted": "请假登记",
    "staff.absence_ended": "销假",
    "staff.stand_in_agreed": "同意代岗",
    "staff.posting_agreed": "同意更换人员",
    "staff.roster_opened": "任岗建账",
    "staff.posted": "任岗",
    "staff.posting_ended": "离岗",
    "staff.delegated": "授权代办",
    "staff.delegation_revoked": "收回授权",
    "staff.powers_granted": "授予窗口权力",
}
SCOPES: Mapping[str, str] = {
    "submit": "提交申请",
    "supplement": "补正材料",
    "withdraw": "撤回申请",
    "receive": "领取结果",
}
SENTENCES: Mapping[str, tuple[str, str]] = {
    "mandate_none": ("这件办件没有代理人", "没有委托可以终止"),
    "mandate_words_missing": ("没有写凭什么登记", "请写明申请人或者代理人的书面声明，声明归入案卷"),
    "mandate_not_yours": (
        "新的委托要由申请人本人作出，单位由法定代表人作出",
        "请申请人登录后办理，或者带授权委托书原件到窗口登记",
    ),
    "mandate_running": ("这件办件还有别的代理人，委托没有终止", "请先终止原来的委托，再登记新的委托"),
    "mandate_undated": ("没有写委托到哪天", "授权委托书要载明期限，请填写截止日期"),
    "proxy_ended": ("委托已于 {on} 终止，代理人不能再办这一步", "请由申请人本人办理"),
    "link_unknown": (
        "没有找到与您登录的姓名、证件号码、手机都一致的办事记录",
        "请核对后再填，手机要填办事时留的号码；还没有在这里办过事的，不用关联。证件或手机变了的，请到窗口核对",
    ),
    "link_taken": ("这个申请人已经关联了登录账号", "如果不是您关联的，请带证件到窗口核对"),
    "capacity_other": (
        "您现在的身份是“{name}”，只能以这个单位的名义申请",
        "给自己或者别的单位办的，请先在页面上方切换身份",
    ),
    "capacity_person_only": (
        "“{item}”只对个人办，您现在的身份是“{name}”",
        "请先在页面上方把身份切换为个人",
    ),
    "entrust_odd": ("代办权限或者截止日期不合理", "请照列出的权限勾选，截止日期不能早于今天"),
    "entrust_missing": ("项目单位没有委托代办员代为申请", "请项目单位在项目页面更改代办权限，或者由单位自己提交"),
    "entrust_other": ("代办员只能替项目单位“{unit}”申请", "请核对单位名称，要与项目登记的一致"),
    "token_for_another": (
        "这个令牌的用户不是申请人本人，也没有申请人的委托",
        "替别人提交的，填 agent.scope 并上传授权委托书；业务系统代报的，请申领带有 cases:system 的令牌",
    ),
    "person_unknown": ("没有找到姓名和登录名都一致的人", "请向本人问清登录名；本人还没有账号的，先请他登记账号"),
    "person_oneself": ("您本人不用指定，一直可以以本单位名义办事", "请填要指定的其他人员"),
    "person_scope": ("没有选授权的范围", "请至少选一项他可以代为办理的事"),
    "person_span": ("授权的起止日期不合理", "起始日期不能早于今天，截止日期不能早于起始日期"),
    "person_not_named": ("这个人不在您单位的办事人员里，或者授权已经结束", "请刷新页面，看现在的名单"),
    "carried_already": ("材料正在人工递送，还没有补录", "先补录这一次的实际时间并复核"),
    "carried_nowhere": ("没有选送到哪个部门，或者选的是移交方自己", "请选接收的部门"),
    "carrier_missing": ("没有填递送人", "请填谁去送"),
    "carried_why_missing": ("没有写网络为什么传不了", "请写明原因，交接清单上要印"),
    "nothing_carried": ("没有正在递送的材料", "请刷新页面，看现在的情况"),
    "carriage_noted_already": ("已经补录过，等另一人复核", "填错了的，请复核人退回后重新补录"),
    "carried_times": ("移交、接收的时间不合理", "接收不能早于移交，移交不能早于收件日期（{since}）"),
    "carried_to_come": ("接收时间在将来", "请照签过字的交接清单填"),
    "carried_receiver_missing": ("没有填接收人", "请照交接清单填签收的人"),
    "carriage_not_noted": ("还没有补录实际时间", "先由一人照交接清单补录"),
    "carriage_same_person": ("补录和复核要由两个人分别办，这次是您补录的", "请另一人照签过字的交接清单复核"),
    "carriage_wrong_missing": ("没有写哪里不一致", "请写明，退回后照此改"),
    "applicant_stays": (
        "申请人的姓名或名称、证件号码不能更正：凭证和文书已经写给这一位申请人",
        "填错了申请人的，请撤回这件，重新申请",
    ),
}
