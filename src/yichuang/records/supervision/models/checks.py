"""双随机抽查: lists that are closed, what was drawn from them, and the signed record of every check."""

from uuid import UUID

from django.db import models

from yichuang.records.cell import Cell, CellForeignKey, in_cell, unique_in_cell
from yichuang.rules.supervision.drawing import Drawable, Lists

SUBJECT = "spot"  # whose chain the entries of a spot check belong to


class CheckKind(models.TextChoices):
    """抽查种类."""

    CASES = "cases", "办件质量抽查"
    HOLDERS = "holders", "持证主体检查"


class CheckState(models.TextChoices):
    """抽查进程."""

    ANNOUNCED = "announced", "名录已封存，待抽取"
    DRAWN = "drawn", "已抽取，检查中"
    CLOSED = "closed", "已结束"


class CheckResult(models.TextChoices):
    """检查结果."""

    CLEAN = "clean", "未发现问题"
    CORRECT = "correct", "发现问题，责令改正"
    HANDED = "handed", "发现问题，移送处理"
    MISSED = "missed", "无法检查"


def check_kinds() -> list[tuple[str, str]]:
    """Return the kinds as a function, so that a new one needs no migration."""
    return CheckKind.choices


def check_states() -> list[tuple[str, str]]:
    """Return how far a check is."""
    return CheckState.choices


def check_results() -> list[tuple[str, str]]:
    """Return what a check may find."""
    return CheckResult.choices


class SpotCheck(Cell):
    """抽查: lists closed on a day, drawn by the first checkpoint after it. It has a chain of its own in the ledger."""

    no = models.CharField("抽查编号", max_length=40)
    kind = models.CharField("种类", max_length=12, choices=check_kinds)
    state = models.CharField("进程", max_length=12, choices=check_states)
    department = models.ForeignKey(
        "org.Department", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="范围单位"
    )
    since = models.DateField("范围起")
    until = models.DateField("范围止")
    subjects = models.JSONField("对象名录")  # id, public number, barred inspectors: nothing personal
    inspectors = models.JSONField("检查人员名录")  # ids of officers
    size = models.PositiveIntegerField("抽取数")
    per = models.PositiveSmallIntegerField("每件检查人数")
    digest = models.CharField("名录摘要", max_length=64)
    reason = models.CharField("抽查内容", max_length=500)
    announcer = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="组织人")
    announcer_id: UUID
    announced_at = models.DateTimeField("封存时间")
    root_size = models.PositiveBigIntegerField("检查点条数", null=True)
    root = models.CharField("检查点根", max_length=64, blank=True)
    drawn = models.JSONField("抽取结果", default=list)
    drawn_at = models.DateTimeField("抽取时间", null=True)
    summary = models.CharField("总结", max_length=1000, blank=True)
    closed_at = models.DateTimeField("结束时间", null=True)
    version = models.PositiveIntegerField("版本", default=1)
    ledger_seq = models.PositiveIntegerField("账目序号", default=1)
    ledger_hash = models.CharField("账目哈希", max_length=64)

    PRIVATE = frozenset({"reason", "summary"})

    class Meta:
        verbose_name = "抽查"
        constraints = [unique_in_cell("spot_check_id_in_cell", "id"), unique_in_cell("spot_check_no_once", "no")]

    def __str__(self) -> str:
        return self.no

    @property
    def lists(self) -> Lists:
        """Return the lists as they were closed."""
        lines = tuple(Drawable(one["no"], tuple(one["barred"])) for one in self.subjects)
        return Lists(lines, tuple(self.inspectors), self.size, self.per)


class CheckRecord(Cell):
    """检查记录: what was found of one line, signed by two; what became of it."""

    check_id = models.UUIDField("抽查")
    check_of = in_cell("supervision.SpotCheck", "check_id", "records")
    no = models.CharField("对象编号", max_length=40)
    result = models.CharField("结果", max_length=12, choices=check_results)
    words = models.CharField("检查情况", max_length=2000)
    handled = models.CharField("处理意见", max_length=1000, blank=True)
    correct_by = models.DateField("改正期限", null=True)
    signer = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="检查人")
    signer_id: UUID
    signed_at = models.DateTimeField("签字时间")
    second = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="另一检查人"
    )
    second_at = models.DateTimeField("另一人签字时间", null=True)
    outcome = models.CharField("改正情况", max_length=1000, blank=True)
    outcome_on = models.DateField("复查日期", null=True)

    PRIVATE = frozenset({"words", "handled", "outcome"})

    class Meta:
        verbose_name = "检查记录"
        constraints = [
            unique_in_cell("check_record_id_in_cell", "id"),
            unique_in_cell("check_record_once", "check_id", "no"),
            CellForeignKey(column="check_id", to="supervision.SpotCheck", name="check_record_check_fk"),
        ]

    def __str__(self) -> str:
        return self.no
