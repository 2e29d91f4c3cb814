"""叫号处置: what was done about a call without outcome; an act each, in the centre's staff book, for lack of a case."""

from datetime import date
from uuid import UUID

from django.db import models

from yichuang.records.cell import Cell, unique_in_cell
from yichuang.records.supervision.models.alerts import measure_kinds


class CallMeasure(Cell):
    """叫号处置: urging, card, reply or appeal, what became of it. Without a department the centre itself answers."""

    alert_id = models.UUIDField("叫号异常")
    kind = models.CharField("处置", max_length=12, choices=measure_kinds)
    number = models.PositiveSmallIntegerField("第几次", default=1)
    no = models.CharField("文号", max_length=40, blank=True)
    department = models.ForeignKey(
        "org.Department", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="责任单位"
    )
    clerk_id = models.UUIDField("窗口人员", null=True)
    officer = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="经办人")
    at = models.DateTimeField("时间")
    on = models.DateField("日期")
    answer_by = models.DateField("答复期限", null=True)
    answered_at = models.DateTimeField("答复时间", null=True)
    answers_id = models.UUIDField("答复的处置", null=True)
    sanction = models.CharField("追究方式", max_length=24, blank=True)
    words = models.CharField("内容", max_length=2000, blank=True)
    template = models.CharField("模板版本", max_length=40, blank=True)
    fields = models.JSONField("文书内容", default=dict)
    drawn_at = models.DateTimeField("编号时间", null=True)

    department_id: UUID | None
    officer_id: UUID
    PRIVATE = frozenset({"words", "fields"})

    class Meta:
        verbose_name = "叫号处置"
        constraints = [
            unique_in_cell("callmeasure_id_in_cell", "id"),
            unique_in_cell("callmeasure_once", "alert_id", "kind", "number"),
        ]
        indexes = [
            models.Index(
                fields=["region_code", "department", "answer_by"],
                name="callmeasure_unanswered",
                condition=models.Q(answered_at=None, answer_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.no or f"{self.get_kind_display()} {self.at:%F}"

    def is_overdue(self, today: date) -> bool:
        """Say whether an answer is owed and its last day has passed."""
        return self.answered_at is None and self.answer_by is not None and self.answer_by < today
