"""How the timeline tells of delivery, archive and a few more: words, class of the mark, for the applicant or not."""

from __future__ import annotations

from collections.abc import Mapping

TOLD: Mapping[str, tuple[str, str, bool]] = {
    "case.hearing_requested_by_party": ("利害关系人要求听证", "", True),
    "case.major_unmarked": ("撤销重大项目标注", "w", False),
    "case.step_result_noted": ("登记特殊环节结果", "", True),
    "case.results_combined": ("出具综合结果单", "", True),
    "case.pickup_called": ("通知领取", "", True),
    "case.fetched": ("凭取件码领取", "", True),
    "case.posted": ("交寄", "", True),
    "case.post_delivered": ("邮寄送达", "", True),
    "case.post_returned": ("邮件退回", "w", True),
    "case.electronic_agreed": ("电子送达的意愿", "", True),
    "case.electronically_delivered": ("电子送达", "", True),
    "case.receipt_confirmed": ("确认收悉", "", True),
    "case.left_behind": ("留置送达", "w", True),
    "case.delivery_announced": ("公告送达", "w", True),
    "case.delivery_deemed": ("公告期满，视为送达", "w", True),
    "case.archive_registered": ("归档登记", "", False),
    "case.archived": ("封装归档", "", False),
    "case.archive_held": ("暂停处置", "w", False),
    "case.urged": ("催办", "w", False),
    "case.carded": ("发给黄牌、红牌", "w", False),
    "case.measure_answered": ("答复监察", "", False),
    "case.appeal_settled": ("复核督办", "", False),
    "case.alert_cleared": ("核销异常", "", False),
    "case.accounted": ("登记责任追究", "w", False),
    "case.erased": ("个人信息依规清除", "w", False),
}
