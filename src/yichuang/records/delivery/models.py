"""送达: what was handed over to whom, how and when."""

from django.db import models

from yichuang.records.cases.models import CasePart
from yichuang.records.cell import CellForeignKey, in_cell, unique_in_cell


class DeliveryMethod(models.TextChoices):
    """送达方式."""

    WINDOW = "window", "窗口领取"
    ELECTRONIC = "electronic", "电子送达"
    POST = "post", "邮寄送达"


class Delivery(CasePart):
    """送达回证."""

    case = in_cell("cases.Case", "case_id", "deliveries")
    receiver = models.CharField("收件人", max_length=60)
    relation = models.CharField("与申请人关系", max_length=20)
    method = models.CharField("送达方式", max_length=12, choices=DeliveryMethod.choices)
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
            CellForeignKey(column="case_id", to="cases.Case", name="delivery_case_fk"),
        ]
        indexes = [models.Index(fields=["region_code", "case_id"], name="delivery_by_case")]

    def __str__(self) -> str:
        return f"{self.receiver} {self.get_method_display()}"
