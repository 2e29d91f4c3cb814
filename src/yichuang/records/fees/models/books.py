"""账簿: what a centre keeps of its money beside the cases, on one chain for each region. Written by the pen only."""

from uuid import UUID

from django.db import models

from yichuang.records.catalogue.models import Item
from yichuang.records.cell import Cell, unique_in_cell
from yichuang.records.fees.models.words import StandardState, standard_states, unexplained_states
from yichuang.records.org.models import User

SUBJECT = "money"  # whose chain the entries about tills, reconciliations, standards and unexplained money belong to


class MoneyBook(Cell):
    """收款账簿: the chain of one region's money beside its cases."""

    version = models.PositiveIntegerField("版本", default=1)
    ledger_seq = models.PositiveIntegerField("账目序号", default=1)
    ledger_hash = models.CharField("账目哈希", max_length=64)

    class Meta:
        verbose_name = "收款账簿"
        constraints = [unique_in_cell("moneybook_id_in_cell", "id"), unique_in_cell("moneybook_once")]

    def __str__(self) -> str:
        return self.region_code


class FeeStandard(Cell):
    """收费标准: what an item costs from a day on; proposed by one, approved by another person."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="+", db_index=False, verbose_name="事项")
    item_version_id = models.UUIDField("依据的事项版本")
    name = models.CharField("收费项目", max_length=100)
    number = models.PositiveSmallIntegerField("版次")
    unit = models.CharField("计费单位", max_length=20)
    price = models.PositiveBigIntegerField("单价（分）")
    ceiling = models.PositiveBigIntegerField("封顶（分）", null=True)
    basis = models.CharField("标准文件", max_length=200)
    effective_on = models.DateField("施行日期")
    reductions = models.JSONField("减免", default=list)
    document_no = models.CharField("价格主管部门文号", max_length=60, blank=True)
    state = models.CharField("状态", max_length=12, choices=standard_states, default=StandardState.APPROVED)
    proposed_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="提出人"
    )
    proposed_at = models.DateTimeField("提出时间", null=True)
    issued_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="批准人"
    )
    issued_at = models.DateTimeField("批准时间", null=True)
    words = models.CharField("批准意见", max_length=200, blank=True)
    item_id: UUID
    proposed_by_id: UUID | None

    PRIVATE = frozenset({"words"})

    class Meta:
        verbose_name = "收费标准"
        constraints = [
            unique_in_cell("standard_id_in_cell", "id"),
            unique_in_cell("standard_number_once", "item_id", "name", "number"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.number}"


class TillClosing(Cell):
    """日结: what one cashier should have in the till at the end of the day, and what was counted."""

    cashier = models.ForeignKey(User, models.PROTECT, related_name="+", db_index=False, verbose_name="收费员")
    on = models.DateField("日期")
    booked = models.BigIntegerField("账面现金（分）")
    counted = models.PositiveBigIntegerField("清点现金（分）")
    takings = models.JSONField("各方式收款", default=dict)
    reason = models.CharField("差额说明", max_length=300, blank=True)
    closed_at = models.DateTimeField("日结时间")

    PRIVATE = frozenset({"reason"})

    class Meta:
        verbose_name = "日结"
        constraints = [
            unique_in_cell("till_id_in_cell", "id"),
            unique_in_cell("till_once", "on", "cashier_id"),
        ]

    @property
    def difference(self) -> int:
        """Counted less booked (长短款), in fen."""
        return self.counted - self.booked

    def __str__(self) -> str:
        return f"{self.on} {self.difference}"


class Unexplained(Cell):
    """待查款: money that the gateway says came in and that belongs to nothing we know. Never lost."""

    trade_no = models.CharField("平台交易号", max_length=64)
    checkout_no = models.CharField("支付单号", max_length=64, blank=True)
    amount = models.PositiveBigIntegerField("金额（分）")
    paid_at = models.DateTimeField("支付时间", null=True)
    why = models.CharField("原因", max_length=24)
    state = models.CharField("状态", max_length=12, choices=unexplained_states)
    received_at = models.DateTimeField("收到时间")
    words = models.CharField("查明结果", max_length=300, blank=True)
    settled_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="查明人"
    )
    settled_on = models.DateField("查明日期", null=True)

    PRIVATE = frozenset({"words"})

    class Meta:
        verbose_name = "待查款"
        constraints = [
            unique_in_cell("unexplained_id_in_cell", "id"),
            unique_in_cell("unexplained_trade_once", "trade_no"),
        ]

    def __str__(self) -> str:
        return self.trade_no


class Reconciliation(Cell):
    """对账: the gateway's statement and the tills of one day against the book, with every difference."""

    on = models.DateField("账期")
    booked = models.BigIntegerField("账面（分）")
    stated = models.BigIntegerField("对账单（分）")
    lines = models.PositiveIntegerField("对账单笔数")
    differences = models.JSONField("差异", default=list)
    statement_digest = models.CharField("对账单摘要", max_length=64, blank=True)
    done_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="对账人"
    )
    done_at = models.DateTimeField("对账时间")

    class Meta:
        verbose_name = "对账"
        constraints = [unique_in_cell("reconciliation_id_in_cell", "id")]
        indexes = [models.Index(fields=["region_code", "on"], name="reconciliation_by_day")]

    def __str__(self) -> str:
        return str(self.on)
