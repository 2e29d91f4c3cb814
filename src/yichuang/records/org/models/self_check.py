"""自检记录: what the last runs of the examination found, and when. The ledger is the record, this is a report of it."""

from django.db import models

from yichuang.records.cell import Cell, unique_in_cell
from yichuang.records.org.models.organisation import User


class SelfCheck(Cell):
    """自检: one run over a region: when, by whom, how long, over how many cases, and what differed."""

    at = models.DateTimeField("时间")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="何人")
    seconds = models.FloatField("用时（秒）")
    cases = models.PositiveIntegerField("办件数")
    entries = models.PositiveBigIntegerField("账目数")
    findings = models.JSONField("不符", default=list, help_text="个人信息不留存")
    more = models.BooleanField("还有更多", default=False)

    class Meta:
        verbose_name = "自检记录"
        constraints = [unique_in_cell("selfcheck_id_in_cell", "id")]
        indexes = [models.Index(fields=["region_code", "at"], name="selfcheck_by_time")]

    def __str__(self) -> str:
        return f"{self.region_code} {self.at:%F %T}"
