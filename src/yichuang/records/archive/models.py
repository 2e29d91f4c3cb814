"""归档: closed cases with their archive number and package, and the lists by which they are destroyed or erased."""

from uuid import UUID

from django.db import models

from yichuang.records.cases.models import CasePart
from yichuang.records.cell import Cell, CellForeignKey, in_cell, unique_in_cell

SUBJECT = "disposal"  # whose chain the entries of a list of destruction belong to


class Retention(models.TextChoices):
    """保管期限."""

    PERMANENT = "permanent", "永久"
    LONG = "long", "30年"
    SHORT = "short", "10年"


class ArchiveState(models.TextChoices):
    """归档状态."""

    REGISTERED = "registered", "已编档号"
    ARCHIVED = "archived", "已归档"
    DISPOSED = "disposed", "已销毁"


class DisposalKind(models.TextChoices):
    """处置种类."""

    DESTROY = "destroy", "到期销毁"
    ERASE = "erase", "个人信息清除"


class DisposalState(models.TextChoices):
    """处置进程."""

    PROPOSED = "proposed", "待审批"
    APPROVED = "approved", "已批准"
    DECLINED = "declined", "不同意"
    DONE = "done", "已执行"
    PARTLY = "partly", "部分未执行"
    UNDONE = "undone", "未执行"


def retentions() -> list[tuple[str, str]]:
    """Return how long an item may be kept."""
    return Retention.choices


def archive_states() -> list[tuple[str, str]]:
    """Return how far an item is."""
    return ArchiveState.choices


def disposal_kinds() -> list[tuple[str, str]]:
    """Return the kinds of lists."""
    return DisposalKind.choices


def disposal_states() -> list[tuple[str, str]]:
    """Return how far a list is."""
    return DisposalState.choices


class ArchiveItem(CasePart):
    """档案件: one closed case in the archive. What is destroyed keeps its line."""

    case = in_cell("cases.Case", "case_id", "archive_items")
    no = models.CharField("档号", max_length=60)
    fonds = models.CharField("全宗号", max_length=20)
    year = models.PositiveSmallIntegerField("年度")
    department = models.ForeignKey(
        "org.Department", models.PROTECT, related_name="+", db_index=False, verbose_name="机构"
    )
    category = models.CharField("归档类别", max_length=20)
    retention = models.CharField("保管期限", max_length=12, choices=retentions)
    keep_until = models.DateField("保管到期日", null=True)
    state = models.CharField("状态", max_length=12, choices=archive_states)
    registered_on = models.DateField("编号日期")
    archived_at = models.DateTimeField("归档时间", null=True)
    digest = models.CharField("归档包摘要", max_length=64, blank=True)
    size = models.PositiveBigIntegerField("归档包大小", default=0)
    held = models.BooleanField("暂停处置", default=False)
    hold_reason = models.CharField("暂停处置的原因", max_length=200, blank=True)
    disposed_on = models.DateField("销毁日期", null=True)

    PRIVATE = frozenset({"hold_reason"})

    class Meta:
        verbose_name = "档案件"
        constraints = [
            unique_in_cell("archive_item_id_in_cell", "id"),
            unique_in_cell("archive_item_no_once", "no"),
            unique_in_cell("archive_item_per_case", "case_id"),
            CellForeignKey(column="case_id", to="cases.Case", name="archive_item_case_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "year", "department", "no"], name="archive_by_year"),
            models.Index(fields=["region_code", "keep_until"], name="archive_by_end"),
        ]

    def __str__(self) -> str:
        return self.no


class Disposal(Cell):
    """处置清册: a list of cases to be destroyed or erased, proposed by one person and approved by another. Kept."""

    no = models.CharField("清册号", max_length=40)
    kind = models.CharField("种类", max_length=12, choices=disposal_kinds)
    state = models.CharField("进程", max_length=12, choices=disposal_states)
    items = models.JSONField("清单", default=list)  # case id, case number, archive number: nothing personal
    reason = models.CharField("理由", max_length=500, blank=True)
    opinion = models.CharField("审批意见", max_length=500, blank=True)
    proposer = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="提请人")
    proposer_id: UUID
    proposed_at = models.DateTimeField("提请时间")
    approver = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="审批人"
    )
    answered_at = models.DateTimeField("审批时间", null=True)
    done_at = models.DateTimeField("执行时间", null=True)
    version = models.PositiveIntegerField("版本", default=1)
    ledger_seq = models.PositiveIntegerField("账目序号", default=1)
    ledger_hash = models.CharField("账目哈希", max_length=64)

    PRIVATE = frozenset({"reason", "opinion"})

    class Meta:
        verbose_name = "处置清册"
        constraints = [unique_in_cell("disposal_id_in_cell", "id"), unique_in_cell("disposal_no_once", "no")]

    def __str__(self) -> str:
        return self.no
