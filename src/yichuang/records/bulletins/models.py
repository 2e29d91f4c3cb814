"""通报: one bulletin on one period. Figures and lists are frozen when it is drafted, words when it is signed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import models

from yichuang.records.cell import Cell, unique_in_cell
from yichuang.rules.statistics.periods import Period, PeriodKind

SUBJECT = "bulletin"  # whose chain the entries of a bulletin belong to


class BulletinState(models.TextChoices):
    """通报状态."""

    DRAFT = "draft", "草稿"
    SIGNED = "signed", "已签发"


def bulletin_states() -> list[tuple[str, str]]:
    """Return the states as a function, so that a new one needs no migration."""
    return BulletinState.choices


def bulletin_periods() -> list[tuple[str, str]]:
    """Return on what a bulletin may be."""
    return [(PeriodKind.WEEK, "周报"), (PeriodKind.MONTH, "月通报"), (PeriodKind.QUARTER, "季度通报")]


class Bulletin(Cell):
    """通报: it has a chain of its own in the ledger. `fields` are those of the paper, empty until it is signed."""

    every = models.CharField("周期", max_length=8, choices=bulletin_periods)
    first = models.DateField("期间第一日")
    last = models.DateField("期间最后一日")
    state = models.CharField("状态", max_length=8, choices=bulletin_states)
    corrects_id = models.UUIDField("更正的通报", null=True)
    reason = models.CharField("更正说明", max_length=500, blank=True)
    figures = models.JSONField("数字")
    lists = models.JSONField("名单")
    counted_at = models.DateTimeField("取数时间")
    words = models.JSONField("文字")
    no = models.CharField("文号", max_length=40, blank=True)
    on = models.DateField("签发日期", null=True)
    template = models.CharField("模板版本", max_length=40, blank=True)
    fields = models.JSONField("内容", default=dict)
    drawn_at = models.DateTimeField("编号时间", null=True)
    signed_by = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="签发人"
    )
    version = models.PositiveIntegerField("版本", default=1)
    ledger_seq = models.PositiveIntegerField("账目序号", default=1)
    ledger_hash = models.CharField("账目哈希", max_length=64)

    signed_by_id: UUID | None
    PRIVATE = frozenset({"reason", "words", "fields", "lists"})
    kind = "bulletin"

    class Meta:
        verbose_name = "通报"
        constraints = [
            unique_in_cell("bulletin_id_in_cell", "id"),
            models.UniqueConstraint(fields=["region_code", "no"], name="bulletin_no_once", condition=~models.Q(no="")),
        ]
        indexes = [
            models.Index(fields=["region_code", "first"], name="bulletin_by_period"),
            models.Index(fields=["region_code", "on"], name="bulletin_signed", condition=models.Q(state="signed")),
        ]

    @property
    def period(self) -> Period:
        """Return what it is on."""
        return Period(self.every, self.first, self.last)

    @property
    def title(self) -> str:
        """Return what it is headed with."""
        return title_of(self.period, corrects=self.corrects_id is not None)

    @property
    def shown(self) -> dict[str, str]:
        """Return the frozen figures by title, as they are shown: what words may name."""
        numbers = (one for group in self.figures["groups"] for one in group["numbers"])
        return {one["title"]: one["shown"] for one in numbers}

    @property
    def sealed_at(self) -> datetime | None:
        """Return when its seal was used (用印时间): where that was not noted, when it was numbered."""
        noted = (self.fields.get("file") or {}).get("used_at")
        return datetime.fromisoformat(noted) if noted else self.drawn_at

    def __str__(self) -> str:
        return self.no or f"{self.every} {self.first}"


def title_of(period: Period, *, corrects: bool) -> str:
    """Return what a bulletin on a period is headed with."""
    end = "（更正）" if corrects else ""
    return f"{period.name}{'大厅运行周报' if period.kind == PeriodKind.WEEK else '窗口运行情况通报'}{end}"
