"""缴费: one row per fee of a case, from its assessment to its payment or its lapse."""

from uuid import UUID

from django.db import models

from yichuang.records.cases.models import CasePart
from yichuang.records.cell import CellForeignKey, in_cell, unique_in_cell
from yichuang.records.org.models import User


class Fee(CasePart):
    """应缴费用 of a case. Amounts are whole fen (分); all of it goes to the treasury."""

    case = in_cell("cases.Case", "case_id", "fees")
    name = models.CharField("收费项目", max_length=100)
    amount = models.PositiveBigIntegerField("金额（分）")
    level = models.CharField("依据层级", max_length=24)
    basis = models.CharField("收费依据", max_length=200)
    term_number = models.PositiveSmallIntegerField("缴费期限")
    term_unit = models.CharField("缴费期限单位", max_length=12)
    assessed_on = models.DateField("核定日期")
    assessor = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="核定人"
    )
    particulars = models.JSONField("计算", default=dict)
    assessor_id: UUID | None
    notify_by = models.DateField("告知期限", null=True)
    notified_on = models.DateField("告知日期", null=True)
    pay_by = models.DateField("缴费到期日", null=True)
    paid_on = models.DateField("缴费日期", null=True)
    voucher = models.CharField("票据号", max_length=60, blank=True)
    confirmed_on = models.DateField("确认到账日期", null=True)
    lapsed_on = models.DateField("逾期处理日期", null=True)

    class Meta:
        verbose_name = "应缴费用"
        constraints = [
            unique_in_cell("fee_id_in_cell", "id"),
            unique_in_cell("fee_name_once", "case_id", "name"),
            CellForeignKey(column="case_id", to="cases.Case", name="fee_case_fk"),
        ]

    def __str__(self) -> str:
        return self.name
