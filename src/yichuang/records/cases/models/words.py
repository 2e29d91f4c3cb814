"""Words of cases (办件用语): states, outcomes, stages, conclusions."""

from django.db import models


class CaseState(models.TextChoices):
    """办件状态. 收件≠受理≠决定≠办结."""

    RECEIVED = "received", "已收件"
    CORRECTING = "correcting", "待补正"
    ACCEPTED = "accepted", "已受理"
    REVIEWING = "reviewing", "审查中"
    VERIFYING = "verifying", "待核准"
    DECIDING = "deciding", "待决定"
    DECIDED = "decided", "已决定"
    ISSUED = "issued", "待领取"
    CLOSED = "closed", "办结"


class CaseOutcome(models.TextChoices):
    """办理结果."""

    GRANTED = "granted", "准予"
    DENIED = "denied", "不予许可"
    NOT_NEEDED = "not_needed", "不受理"
    REFUSED = "refused", "不予受理"
    WITHDRAWN = "withdrawn", "申请人撤回"
    UPWARD = "upward", "同意上报"
    FILED = "filed", "予以备案"
    NOT_FILED = "not_filed", "不予备案"
    LAPSED = "lapsed", "逾期未补齐"
    UNPAID = "unpaid", "逾期未缴费"
    REVOKED = "revoked", "准予后撤销"


class Channel(models.TextChoices):
    """办理形式 (GB/T 39046 A.5)."""

    WINDOW = "window", "窗口"
    ONLINE = "online", "网上"
    MOBILE = "mobile", "移动端"
    KIOSK = "kiosk", "自助终端"


class MaterialVerdict(models.TextChoices):
    """材料核对结论."""

    UNSEEN = "unseen", "未看"
    OK = "ok", "符合"
    CORRECT = "correct", "补正"
    DEFERRED = "deferred", "容缺"


class StageKind(models.TextChoices):
    """环节."""

    REFUSAL = "refusal", "不予受理审核"
    REVIEW = "review", "审查"
    VERIFICATION = "verification", "核准"
    DECISION = "decision", "决定"
    CO_REVIEW = "co_review", "协办审批"
    PART_REPORT = "part_report", "协办上报"
    COUNTERSIGN = "countersign", "会签"
    CONSULTATION = "consultation", "征求意见"
    OPINION = "opinion", "征询意见"
    MEETING = "meeting", "会审"
    HEAD_REPORT = "head_report", "向主要负责人汇报"
    ACCEPT_OPINION = "accept_opinion", "受理意见"
    LOWER_REVIEW = "lower_review", "下级初审"
    FORWARDING = "forwarding", "转报"
    FORWARD_RECEIPT = "forward_receipt", "接收转报件"
    LOWER_ANSWER = "lower_answer", "下级说明"
    REPORT = "report", "上报"
    INTERESTED = "interested", "告知利害关系人"
    HEARING = "hearing", "听证"
    HEARING_WAIVER = "hearing_waiver", "放弃听证"
    SUBSTANCE = "substance", "实质内容核查"
    ASSIGNMENT = "assignment", "指派核查人员"
    TESTING = "testing", "检验检测检疫"
    MARKING = "marking", "加贴标签、加盖印章"
    COPY = "copy", "副本归档"
    RENEWAL = "renewal", "延续"
    PAYMENT = "payment", "缴费"
    AFTER_CHECK = "after_check", "承诺核查"
    RECOVERY = "recovery", "作废、收回证照"
    SPECIAL_STEP = "special_step", "特殊环节审定"
    RECTIFICATION = "rectification", "差评整改"
    EXTENSION = "extension", "延期提请"
    BY_HAND = "by_hand", "人工递送"


class Conclusion(models.TextChoices):
    """环节结论."""

    PENDING = "", "待办"
    AGREE = "agree", "同意"
    DISAGREE = "disagree", "不同意"
    UPWARD = "upward", "同意上报"


class Effect(models.TextChoices):
    """结论由来: how a conclusion came about where nobody gave it."""

    GIVEN = "", "本人出具"
    SILENCE = "silence", "超时默许"
    ABSENCE = "absence", "缺席默认"
    IRREGULAR = "irregular", "结论不规范默认"
    BEHALF = "behalf", "代签"
    RECALLED = "recalled", "已撤回"
    STANDS = "stands", "维持原结论"
    RESULTED = "resulted", "已登记结果"
    WAIVED = "waived", "书面放弃听证"


def case_outcomes() -> list[tuple[str, str]]:
    """Return the outcomes a case may have."""
    return CaseOutcome.choices


def stage_kinds() -> list[tuple[str, str]]:
    """Return the kinds of stages."""
    return StageKind.choices


def conclusions() -> list[tuple[str, str]]:
    """Return the conclusions of a stage."""
    return Conclusion.choices


def effects() -> list[tuple[str, str]]:
    """Return how a conclusion may have come about."""
    return Effect.choices
