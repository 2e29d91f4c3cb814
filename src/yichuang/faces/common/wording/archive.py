"""Words of refusals about the archive (归档、销毁)."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "archived_already": ("这件办件已经编了档号", "请到档案里查看"),
    "archive_papers_missing": ("还有文书没有制作完成，归档包不完整", "请稍候再归档"),
    "not_registered": ("这件办件没有在档案里等待封装", "请先归档登记"),
    "package_gone": ("归档包已经不在", "已销毁的只留清册；还没有封装的请稍候"),
    "hold_unchanged": ("暂停处置的状态没有变化", "请刷新页面"),
    "hold_reason_missing": ("没有写原因", "请写明案件、审计等原因，再登记"),
    "disposal_held": ("这件档案已暂停处置，不能销毁或者清除", "解除暂停以后再提请"),
    "kept_for_ever": ("这件档案的保管期限是永久，不能销毁或者清除", "请从清单里去掉"),
    "retention_runs": ("保管期限到 {until}，还没有届满", "期满以后再提请；保管期限内除存储和安全保护外停止其他处理"),
    "disposal_reason_missing": ("没有写理由", "请写明理由"),
    "disposal_opinion_missing": ("没有写审批意见", "请写明同意销毁或者清除的意见，再批准"),
    "disposal_all_kept": ("清单里的办件现在都要保管，没有可以执行的", "请答复不同意，写明理由"),
    "on_disposal_list": ("这件办件在处置清册 {list} 里，还没有执行完", "请先答复这份清册，再归档"),
    "disposal_empty": ("清单里没有办件，或者超过 {most} 件", "请选要处置的办件"),
    "disposal_not_closed": ("{no} 没有找到，或者还没有办结", "只有办结的办件可以列入清单"),
    "disposal_not_archived": ("{no} 没有归档，谈不上到期销毁", "未归档的办件请用“个人信息清除”"),
    "disposal_answered": ("这份清册已经审批过", "请刷新页面查看结果"),
    "disposal_not_approved": ("这份清册没有批准，不能执行", "请等另一个人审批"),
    "not_on_the_list": ("这件办件不在清册里", "请核对清册"),
}
