"""收款与退付: money that came in for a case, how it was asked for online, and money that goes back."""

from uuid import UUID

from django.db import models

from yichuang.records.cases.models import CasePart
from yichuang.records.cell import CellForeignKey, in_cell, unique_in_cell
from yichuang.records.fees.models.words import (
    PayMethod,
    checkout_states,
    pay_methods,
    refund_kinds,
    refund_states,
    standings,
)
from yichuang.records.org.models import Department, User


class Collection(CasePart):
    """收款: one sum that came in. Amounts are whole fen (分). Never changed but for the day it was reversed."""

    case = in_cell("cases.Case", "case_id", "collections")
    no = models.CharField("收据号", max_length=40)
    method = models.CharField("缴费方式", max_length=12, choices=pay_methods)
    standing = models.CharField("款项性质", max_length=12, choices=standings)
    why = models.CharField("待退原因", max_length=24, blank=True)
    amount = models.PositiveBigIntegerField("金额（分）")
    lines = models.JSONField("费用明细", default=list)
    payer = models.CharField("缴费人", max_length=60, blank=True)
    reference = models.CharField("交易流水号", max_length=64, blank=True)
    tendered = models.PositiveBigIntegerField("实收现金（分）", default=0)
    paid_on = models.DateField("缴费日期")
    received_on = models.DateField("入账日期")
    received_at = models.DateTimeField("入账时间")
    cashier = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="收费员"
    )
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="+", db_index=False, verbose_name="执收部门"
    )
    checkout_id = models.UUIDField("支付单", null=True)
    reversed_on = models.DateField("冲正日期", null=True)
    cashier_id: UUID | None
    department_id: UUID

    PRIVATE = frozenset({"payer"})

    class Meta:
        verbose_name = "收款"
        constraints = [
            unique_in_cell("collection_id_in_cell", "id"),
            models.UniqueConstraint(
                fields=("region_code", "reference"),
                name="collection_trade_once",
                condition=models.Q(method=PayMethod.ONLINE.value),
            ),
            CellForeignKey(column="case_id", to="cases.Case", name="collection_case_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "case_id"], name="collection_by_case"),
            models.Index(fields=["region_code", "received_on"], name="collection_by_day"),
        ]

    @property
    def change(self) -> int:
        """What was given back of the notes (找零), in fen."""
        return self.tendered - self.amount if self.tendered else 0

    def __str__(self) -> str:
        return self.no


class Checkout(CasePart):
    """网上支付单: what the applicant was sent to the payment gateway with."""

    case = in_cell("cases.Case", "case_id", "checkouts")
    no = models.CharField("支付单号", max_length=32)
    amount = models.PositiveBigIntegerField("金额（分）")
    state = models.CharField("状态", max_length=12, choices=checkout_states)
    opened_at = models.DateTimeField("发起时间")
    closed_on = models.DateField("关闭日期", null=True)

    class Meta:
        verbose_name = "网上支付单"
        constraints = [
            unique_in_cell("checkout_id_in_cell", "id"),
            unique_in_cell("checkout_no_once", "no"),
            CellForeignKey(column="case_id", to="cases.Case", name="checkout_case_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "case_id"], name="checkout_by_case"),
            models.Index(fields=["region_code", "opened_at"], name="checkout_open", condition=models.Q(state="open")),
        ]

    def __str__(self) -> str:
        return self.no


class Refund(CasePart):
    """退付: money that goes back, with the reason, by two persons."""

    case = in_cell("cases.Case", "case_id", "refunds")
    collection_id = models.UUIDField("收款")
    kind = models.CharField("种类", max_length=12, choices=refund_kinds)
    no = models.CharField("退付单号", max_length=40)
    amount = models.PositiveBigIntegerField("金额（分）")
    method = models.CharField("退付方式", max_length=12, choices=pay_methods)
    reason = models.CharField("理由", max_length=300)
    state = models.CharField("状态", max_length=12, choices=refund_states)
    asked_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="申请人"
    )
    asked_on = models.DateField("申请日期")
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="审批人"
    )
    answered_on = models.DateField("审批日期", null=True)
    paid_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="退付人"
    )
    paid_on = models.DateField("退付日期", null=True)
    reference = models.CharField("退款流水号", max_length=64, blank=True)
    words = models.CharField("说明", max_length=200, blank=True)
    collection = in_cell("fees.Collection", "collection_id", "refunds")
    asked_by_id: UUID | None

    PRIVATE = frozenset({"reason", "words"})

    class Meta:
        verbose_name = "退付"
        constraints = [
            unique_in_cell("refund_id_in_cell", "id"),
            CellForeignKey(column="case_id", to="cases.Case", name="refund_case_fk"),
            CellForeignKey(column="collection_id", to="fees.Collection", name="refund_collection_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "case_id"], name="refund_by_case"),
            models.Index(fields=["region_code", "state"], name="refund_by_state"),
            models.Index(fields=["region_code", "paid_on"], name="refund_by_day"),
        ]

    def __str__(self) -> str:
        return self.no
