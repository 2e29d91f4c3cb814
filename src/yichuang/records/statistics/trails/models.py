"""办理轨迹: worked out from the ledger again at any time; nothing personal is here."""

from django.db import models

from yichuang.records.cases.models import CasePart
from yichuang.records.cell import Cell, CellForeignKey, in_cell, unique_in_cell
from yichuang.records.following.place import LedgerPlace


class CaseTrail(CasePart):
    """办理轨迹: the steps of one case in their course and the working days between them; `id` is that of the case."""

    case = in_cell("cases.Case", "case_id", "trails")
    item_id = models.UUIDField("事项")
    begun_on = models.DateField("开始日期")
    ended_on = models.DateField("办结日期", null=True)
    limit = models.PositiveSmallIntegerField("期限工作日", null=True)
    steps = models.TextField("环节")
    spent = models.TextField("用时", blank=True)

    class Meta:
        verbose_name = "办理轨迹"
        constraints = [
            unique_in_cell("trail_id_in_cell", "id"),
            CellForeignKey(column="case_id", to="cases.Case", name="trail_case_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "item_id", "begun_on"], name="trail_by_item"),
            models.Index(fields=["region_code", "item_id", "ended_on"], name="trail_by_end"),
        ]

    def __str__(self) -> str:
        return self.steps


class TrailCell(Cell):
    """流程格: how many cases of an item, begun in a month, took a path or a passage in so many working days."""

    item_id = models.UUIDField("事项")
    month = models.DateField("月份")
    what = models.CharField("种类", max_length=1)
    key = models.CharField("路径或者流转", max_length=1000)
    days = models.IntegerField("工作日")
    amount = models.BigIntegerField("数额")

    class Meta:
        verbose_name = "流程格"
        constraints = [
            unique_in_cell("trail_cell_id_in_cell", "id"),
            unique_in_cell("trail_cell_once", "item_id", "month", "what", "key", "days"),
        ]
        indexes = [
            models.Index(fields=["region_code"], name="trail_cell_empty", condition=models.Q(amount=0)),
            models.Index(fields=["region_code", "what", "month"], name="trail_cell_by_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.month} {self.key}"


class TrailPlace(LedgerPlace):
    """轨迹进度: up to where the trails follow the ledger."""

    class Meta:
        verbose_name = "轨迹进度"
        constraints = [unique_in_cell("trail_place_id_in_cell", "id"), unique_in_cell("trail_place_once")]
