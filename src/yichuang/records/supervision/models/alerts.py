"""监察: alerts, the measures taken on them, and the place of the watch.

An alert is a projection: the rules find it again in the ledger at any time. A measure is an act with its own entry.
"""

from datetime import date

from django.db import models

from yichuang.law.book import book
from yichuang.records.cases.models import CasePart
from yichuang.records.cell import CellForeignKey, in_cell, unique_in_cell
from yichuang.records.following.place import LedgerPlace


class MeasureKind(models.TextChoices):
    """处置种类."""

    URGING = "urging", "催办"
    YELLOW = "yellow", "黄牌"
    RED = "red", "红牌"
    REPLY = "reply", "答复"
    APPEAL = "appeal", "申辩"
    UPHELD = "upheld", "维持"
    LIFTED = "lifted", "撤销"
    CLEARED = "cleared", "核销"
    ACCOUNTED = "accounted", "责任追究"


def measure_kinds() -> list[tuple[str, str]]:
    """Return the kinds of measures as a function, so that a new one needs no migration."""
    return MeasureKind.choices


class Alert(CasePart):
    """异常: one thing that a rule found in a case, once. `id` follows from case, rule and occasion."""

    case = in_cell("cases.Case", "case_id", "alerts")
    rule = models.CharField("规则", max_length=24)
    occasion = models.CharField("情形", max_length=60, blank=True)
    light = models.CharField("灯", max_length=8)
    on = models.DateField("出现日期")
    ended_on = models.DateField("消除日期", null=True)
    department = models.ForeignKey(
        "org.Department", models.PROTECT, related_name="+", db_index=False, verbose_name="责任单位"
    )
    basis = models.CharField("依据", max_length=120)
    evidence = models.JSONField("证据")

    class Meta:
        verbose_name = "异常"
        constraints = [
            unique_in_cell("alert_id_in_cell", "id"),
            unique_in_cell("alert_once", "case_id", "rule", "occasion"),
            CellForeignKey(column="case_id", to="cases.Case", name="alert_case_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "on", "id"], name="alert_by_day"),
            models.Index(fields=["region_code", "rule", "on"], name="alert_by_rule"),
            models.Index(
                fields=["region_code", "department", "on"], name="alert_open", condition=models.Q(ended_on=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.on}"


class Measure(CasePart):
    """处置: one act on an alert: urging, card, reply or appeal, what was made of it, who was held to account."""

    case = in_cell("cases.Case", "case_id", "measures")
    alert_id = models.UUIDField("异常")
    rule = models.CharField("规则", max_length=24)
    occasion = models.CharField("情形", max_length=60, blank=True)
    kind = models.CharField("处置", max_length=12, choices=measure_kinds)
    number = models.PositiveSmallIntegerField("第几次", default=1)
    department = models.ForeignKey(
        "org.Department", models.PROTECT, related_name="+", db_index=False, verbose_name="责任单位"
    )
    officer = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="经办人"
    )
    at = models.DateTimeField("时间")
    answer_by = models.DateField("答复期限", null=True)
    answered_at = models.DateTimeField("答复时间", null=True)
    answers_id = models.UUIDField("答复的处置", null=True)
    document_id = models.UUIDField("文书", null=True)
    sanction = models.CharField("追究方式", max_length=24, blank=True)
    words = models.CharField("内容", max_length=2000, blank=True)

    PRIVATE = frozenset({"words"})

    class Meta:
        verbose_name = "处置"
        constraints = [
            unique_in_cell("measure_id_in_cell", "id"),
            unique_in_cell("measure_once", "alert_id", "kind", "number"),
            CellForeignKey(column="case_id", to="cases.Case", name="measure_case_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "case_id"], name="measure_by_case"),
            models.Index(
                fields=["region_code", "department", "answer_by"],
                name="measure_unanswered",
                condition=models.Q(answered_at=None, answer_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.at:%F}"

    def is_overdue(self, today: date) -> bool:
        """Say whether an answer is owed and its last day has passed."""
        return self.answered_at is None and self.answer_by is not None and self.answer_by < today


class Watch(LedgerPlace):
    """监察进度: up to which moment of the ledger and which day the rules have looked; `after` while from nothing."""

    EDITION = "2"

    class Meta:
        verbose_name = "监察进度"
        constraints = [unique_in_cell("watch_id_in_cell", "id"), unique_in_cell("watch_once")]

    @classmethod
    def edition_now(cls) -> str:
        """Return the edition of the rules with the version of the norms whose thresholds they read."""
        return f"{cls.EDITION} {book().version}"[:12]
