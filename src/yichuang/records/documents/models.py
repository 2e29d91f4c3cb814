"""文书: numbered papers of a case. The fields are frozen with the number; the bytes follow after the commit."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from yichuang.records.cases.models import CasePart
from yichuang.records.cell import CellForeignKey, in_cell, unique_in_cell
from yichuang.records.documents.templates import Template, TemplateEdition

__all__ = ["Document", "DocumentKind", "Template", "TemplateEdition", "document_kinds", "title_of"]


class DocumentKind(models.TextChoices):
    """文书种类."""

    RECEIPT = "receipt", "收件凭证"
    RECEIPT_PENDING = "receipt_pending", "收件处理单"
    ACCEPTANCE = "acceptance", "受理通知书"
    CORRECTION = "correction", "一次性补正告知书"
    NOT_NEEDED = "not_needed", "不受理告知书"
    REFUSAL = "refusal", "不予受理决定书"
    PAUSE = "pause", "特别程序告知书"
    RESUME = "resume", "恢复计时告知书"
    EXTENSION = "extension", "延长办理期限告知书"
    DUE_MOVED = "due_moved", "到期日变更告知书"
    GRANT = "grant", "准予决定书"
    DENIAL = "denial", "不予决定书"
    CERTIFICATE = "certificate", "证照"
    DELIVERY = "delivery", "送达回证"
    WITHDRAWAL = "withdrawal", "撤回申请确认书"
    TOLERANCE = "tolerance", "容缺受理通知书"
    UNDERTAKING = "undertaking", "告知承诺书"
    FEE_NOTICE = "fee_notice", "缴费通知书"
    FILED = "filed", "予以备案通知书"
    NOT_FILED = "not_filed", "不予备案通知书"
    LAPSED = "lapsed", "逾期处理通知书"
    INTERESTED = "interested", "利害关系人告知书"
    HEARING_RIGHT = "hearing_right", "听证权利告知书"
    HEARING_NOTICE = "hearing_notice", "听证通知书"
    HEARING_ANNOUNCEMENT = "hearing_announcement", "听证公告"
    HEARING_RECORD = "hearing_record", "听证笔录"
    HEARING_WAIVER = "hearing_waiver", "放弃听证声明"
    CHALLENGE_DECISION = "challenge_decision", "回避决定书"
    INSPECTION = "inspection", "核查记录"
    REVOCATION = "revocation", "撤销行政许可决定书"
    TAKEN_BACK = "taken_back", "撤回行政许可决定书"
    PENALTY_CANCELLATION = "penalty_cancellation", "吊销许可证件决定书"
    DEREGISTRATION = "deregistration", "注销行政许可决定书"
    CHANGE = "change", "变更行政许可决定书"
    RENEWED = "renewed", "视为准予延续确认书"
    NEXT_STAGE = "next_stage", "下一阶段告知单"
    CONSULTATION_LETTER = "consultation_letter", "征求意见函"
    MEETING_NOTICE = "meeting_notice", "会审通知书"
    MEETING_LETTER = "meeting_letter", "会审派员函"
    MEETING_MINUTES = "meeting_minutes", "会审纪要"
    FORWARDING = "forwarding", "转报函"
    FORWARD_RECEIPT = "forward_receipt", "转报件接收回执"
    REPORTED_UP = "reported_up", "上报告知书"
    CO_CONCLUSION = "co_conclusion", "审批结论书"
    COMBINED_RESULT = "combined_result", "综合结果单"
    DELIVERY_NOTICE = "delivery_notice", "送达公告"
    PICK_UP = "pick_up", "取件单"
    FEE_RECEIPT = "fee_receipt", "缴费收据"
    CIRCULATION = "circulation", "流转单"
    URGING = "urging", "催办通知单"
    CARD = "card", "督办通知书"
    APPRAISAL = "appraisal", "工作鉴定"
    RECTIFICATION = "rectification", "责令纠正通知书"
    TRANSFER_LIST = "transfer_list", "材料交接清单"
    BULLETIN = "bulletin", "运行情况通报"
    CALL_NOTICE = "call_notice", "窗口督办通知单"
    LABEL = "label", "合格标签（印章）"
    DELIVERY_WAY = "delivery_way", "送达地址确认书"


def document_kinds() -> list[tuple[str, str]]:
    """Return the kinds of papers as a function, so that a new one needs no migration."""
    return DocumentKind.choices


LICENCE = "01"
# The decision is called after what is decided: a licence, or another matter (公共服务 and the like).
_TITLES: Mapping[tuple[str, bool], str] = {
    (DocumentKind.GRANT, True): "准予行政许可决定书",
    (DocumentKind.DENIAL, True): "不予行政许可决定书",
    (DocumentKind.GRANT, False): "予以办理决定书",
    (DocumentKind.DENIAL, False): "不予办理决定书",
}


def title_of(kind: str, fields: Mapping[str, Any]) -> str:
    """Return what a paper is headed with; one frozen without its power kind (事项类型) is a licence's."""
    if kind == DocumentKind.CARD:
        return ("红牌" if fields.get("colour") == "red" else "黄牌") + str(DocumentKind.CARD.label)
    if kind == DocumentKind.FEE_RECEIPT and fields.get("refund"):
        return "退费收据"
    own = _TITLES.get((kind, fields.get("power", LICENCE) == LICENCE)) or str(DocumentKind(kind).label)
    return fields.get("type_name") or own


class Document(CasePart):
    """文书 of a case."""

    case = in_cell("cases.Case", "case_id", "documents")
    kind = models.CharField("文书种类", max_length=24, choices=document_kinds)
    no = models.CharField("文号", max_length=40)
    on = models.DateField("日期")
    template = models.CharField("模板版本", max_length=40)
    fields = models.JSONField("内容")
    public = models.BooleanField("申请人可见", default=True)
    drawn_at = models.DateTimeField("编号时间")
    digest = models.CharField("文件摘要", max_length=64, blank=True)
    size = models.PositiveIntegerField("文件大小", default=0)
    rendered_at = models.DateTimeField("制作时间", null=True)

    PRIVATE = frozenset({"fields"})

    class Meta:
        verbose_name = "文书"
        constraints = [
            unique_in_cell("document_id_in_cell", "id"),
            unique_in_cell("document_no_once", "kind", "no"),
            CellForeignKey(column="case_id", to="cases.Case", name="document_case_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "case_id"], name="document_by_case"),
            models.Index(fields=["region_code", "drawn_at"], name="document_unmade", condition=models.Q(digest="")),
        ]

    @property
    def title(self) -> str:
        """What the paper is headed with."""
        return title_of(self.kind, self.fields)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.no}"
