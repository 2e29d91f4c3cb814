"""One Chinese sentence for every refusal of the clock's rules (计时规则的提示). No Django here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from yichuang.rules.pauses import name_of

ROLES: Mapping[str, str] = {
    "window_clerk": "窗口人员",
    "chief_representative": "首席代表",
    "reviewer": "审查人",
    "verifier": "核准人",
    "deputy_head": "分管负责人",
    "main_head": "主要负责人",
    "agency_head": "本行政机关负责人",
    "government_head": "本级人民政府负责人",
    "centre": "政务服务中心",
}

SENTENCES: Mapping[str, str] = {
    "clock_not_started": "还没有受理，审批时限尚未起算。",
    "decided": "已经作出决定或者已经办结，时限不再变动。",
    "closed": "这件申请已经办结。",
    "overdue": "{due_on}已经到期，逾期后不能再延期或者中止。",
    "paused": "正在因{kind}中止计时，恢复计时后才能延期。",
    "no_extension": "这里不得延长时限。",
    "extension_days": "延长的天数应当是大于零的整数。",
    "extension_too_long": "最多可以延长 {most} 日，不能延长 {days} 日。",
    "extension_used": "已经延长过 {days} 日，不能再次延长。",
    "extension_approver": "延长时限应当由{wanted}批准。",
    "already_paused": "正在因{kind}中止计时，不能重复中止。",
    "pause_kind": "“{kind}”所需时间在这里不能从期限中扣除，可以扣除的是：{allowed}。",
    "pause_approver": "中止计时应当由{wanted}决定。",
    "pause_own_case": "经办人不能自行中止自己经办的办件，应当由另一位{wanted}决定。",
    "not_paused": "没有正在进行的中止，不需要恢复计时。",
    "not_received": "还没有收件。",
    "deemed_accepted": "{answer_by}前没有答复，依法自 {on} 起即为受理，不能再作其他答复。",
    "already_accepted": "已于 {on} 受理，不能再作其他答复。",
    "second_notice": "需要补正的内容只能一次告知，不能就原有材料再次要求补正。",
    "answer_late": "答复期限 {answer_by} 已过，不能再要求补正。",
    "no_refusal": "这种处理不是不予受理。",
    "refusal_role": "您的岗位不能作出不予受理决定。",
    "refusal_second_person": "窗口无否决权，不予受理应当经第二人同意。",
    "not_correcting": "没有正在等待的补正。",
    "correction_running": "补正期限到 {due_on}，期满前不能以逾期未补正为由不予受理。",
    "promise_missing": "没有法定时限的事项必须确定承诺时限。",
    "promise_too_long": "承诺时限 {days} 日长于法定时限 {most} 日。",
    "promise_over_share": "承诺时限最多 {most} 日，不能是 {days} 日。",
}


def clock_sentence(code: str, facts: Mapping[str, object]) -> str | None:
    """Return the sentence for a refusal, None for a code of other rules."""
    pattern = SENTENCES.get(code)
    return None if pattern is None else pattern.format_map({name: _words(v) for name, v in facts.items()})


def _words(fact: object) -> str:
    if isinstance(fact, date):
        return fact.isoformat()
    if isinstance(fact, tuple):
        return "、".join(name_of(str(word)) for word in fact)
    return ROLES.get(str(fact), name_of(str(fact)))
