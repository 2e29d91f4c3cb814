"""送达: what was handed over to whom, how and when; and what is under way until then."""

from uuid import UUID

from django.db import models

from yichuang.records.cases.models import CasePart
from yichuang.records.cell import CellForeignKey, in_cell, unique_in_cell


class DeliveryMethod(models.TextChoices):
    """送达方式."""

    WINDOW = "window", "窗口领取"
    ELECTRONIC = "electronic", "电子送达"
    POST = "post", "邮寄送达"
    LEFT = "left", "留置送达"
    NOTICE = "notice", "公告送达"


class DispatchState(models.TextChoices):
    """送达进程."""

    AGREED = "agreed", "同意电子送达"
    REVOKED = "revoked", "撤回同意"
    OPEN = "open", "送达中"
    DONE = "done", "已送达"
    RETURNED = "returned", "已退回"
    CONFIRMED = "confirmed", "已确认方式"
    REPLACED = "replaced", "已变更"


def delivery_methods() -> list[tuple[str, str]]:
    """Return the manners of delivery as a function, so that a new one needs no migration."""
    return DeliveryMethod.choices


def dispatch_states() -> list[tuple[str, str]]:
    """Return how far a dispatch may be."""
    return DispatchState.choices


class Delivery(CasePart):
    """送达回证: of the result of a case, or of a decision on its certificate that came later (`document`)."""

    case = in_cell("cases.Case", "case_id", "deliveries")
    document_id: UUID | None = models.UUIDField("后续决定", null=True)  # type: ignore[assignment]
    document = in_cell("documents.Document", "document_id", "deliveries", null=True)
    receiver = models.CharField("收件人", max_length=60)
    relation = models.CharField("与申请人关系", max_length=20)
    method = models.CharField("送达方式", max_length=12, choices=delivery_methods)
    delivered_at = models.DateTimeField("送达时间")
    deliverer = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="送达人"
    )
    note = models.CharField("备注", max_length=200, blank=True)

    PRIVATE = frozenset({"receiver", "note"})

    class Meta:
        verbose_name = "送达回证"
        constraints = [
            unique_in_cell("delivery_id_in_cell", "id"),
            unique_in_cell("delivery_of_decision_once", "document_id"),
            CellForeignKey(column="case_id", to="cases.Case", name="delivery_case_fk"),
            CellForeignKey(column="document_id", to="documents.Document", name="delivery_document_fk"),
        ]
        indexes = [models.Index(fields=["region_code", "case_id"], name="delivery_by_case")]

    def __str__(self) -> str:
        return f"{self.receiver} {self.get_method_display()}"


class Dispatch(CasePart):
    """送达过程: one attempt to deliver that takes more than one step (取件码、邮件、公告), or the consent to one."""

    case = in_cell("cases.Case", "case_id", "dispatches")
    document_id: UUID | None = models.UUIDField("后续决定", null=True)  # type: ignore[assignment]
    document = in_cell("documents.Document", "document_id", "dispatches", null=True)
    way = models.CharField("送达方式", max_length=12, choices=delivery_methods)
    state = models.CharField("进程", max_length=12, choices=dispatch_states)
    since = models.DateField("开始日期")
    due_on = models.DateField("期满日期", null=True)
    ended_on = models.DateField("结束日期", null=True)
    opened_at = models.DateTimeField("确认收悉时间", null=True)
    officer = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="经办人"
    )
    courier = models.CharField("邮政快递企业", max_length=40, blank=True)
    waybill = models.CharField("邮件号", max_length=40, blank=True)
    ground = models.CharField("事由", max_length=16, blank=True)
    code = models.CharField("取件码", max_length=6, blank=True)
    receiver = models.CharField("收件人", max_length=60, blank=True)
    address_cipher = models.TextField("收件地址密文", blank=True)
    reason = models.CharField("原因和经过", max_length=500, blank=True)
    witnesses = models.JSONField("见证人", default=list)
    proofs = models.JSONField("凭据", default=list)

    PRIVATE = frozenset({"code", "receiver", "address_cipher", "reason", "witnesses", "proofs", "waybill"})

    class Meta:
        verbose_name = "送达过程"
        constraints = [
            unique_in_cell("dispatch_id_in_cell", "id"),
            CellForeignKey(column="case_id", to="cases.Case", name="dispatch_case_fk"),
            CellForeignKey(column="document_id", to="documents.Document", name="dispatch_document_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "case_id"], name="dispatch_by_case"),
            models.Index(
                fields=["region_code", "way", "since"], name="dispatch_open", condition=models.Q(state="open")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_way_display()} {self.get_state_display()}"
