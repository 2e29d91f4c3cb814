"""账: the append-only ledger, its erasable payloads, the counters and the read log."""

from django.db import models

from yichuang.records.cell import Cell, CellForeignKey, in_cell, unique_in_cell
from yichuang.records.ledger.proofs import models as proofs

__all__ = ["Counter", "Entry", "Payload", "ReadLog", "Subject", "proofs"]


class Subject(models.TextChoices):
    """Whose chain an entry belongs to (记录对象)."""

    CASE = "case", "办件"
    ITEM = "item", "事项"


class Entry(Cell):
    """One act, once: who, under which post, when, and the facts (账目). Never updated, never deleted."""

    subject = models.CharField("记录对象", max_length=8, choices=Subject.choices)
    subject_id = models.UUIDField("对象标识")
    seq = models.PositiveIntegerField("序号")
    verb = models.CharField("行为", max_length=40)
    actor_id = models.UUIDField("行为人", null=True)
    post_id = models.UUIDField("岗位", null=True)
    acting_for_id = models.UUIDField("代何人", null=True)
    item_version_id = models.UUIDField("事项版本", null=True)
    at = models.DateTimeField("法律时间")
    recorded_at = models.DateTimeField("入账时间")
    facts = models.JSONField("事实")
    payload_digest = models.CharField("内容摘要", max_length=64)
    prev_hash = models.CharField("上一条哈希", max_length=64)
    hash = models.CharField("哈希", max_length=64)
    algorithm = models.CharField("哈希算法", max_length=12, default="sha256")
    idem_key = models.CharField("幂等键", max_length=80, null=True)  # noqa: DJ001 - null is "no key", unique otherwise
    request_digest = models.CharField("请求摘要", max_length=64, blank=True)
    answer = models.JSONField("答复")

    class Meta:
        verbose_name = "账目"
        constraints = [
            unique_in_cell("entry_id_in_cell", "id"),
            unique_in_cell("entry_seq_once", "subject_id", "seq"),
            unique_in_cell("entry_key_once", "idem_key"),
        ]
        indexes = [models.Index(fields=["region_code", "recorded_at"], name="entry_by_time")]

    def __str__(self) -> str:
        return f"{self.seq} {self.verb}"


class Payload(Cell):
    """Reasons, opinions, names of one entry (内容): erasable; the entry keeps only its salted digest."""

    entry_id = models.UUIDField("账目")
    salt = models.CharField("盐", max_length=32)
    body = models.JSONField("内容")
    entry = in_cell("ledger.Entry", "entry_id", "payloads")

    class Meta:
        verbose_name = "账目内容"
        constraints = [
            unique_in_cell("payload_id_in_cell", "id"),
            unique_in_cell("payload_once", "entry_id"),
            CellForeignKey(column="entry_id", to="ledger.Entry", name="payload_entry_fk"),
        ]

    def __str__(self) -> str:
        return str(self.entry_id)


class Counter(Cell):
    """A row that numbers are drawn from, in the transaction that uses them (编号计数器)."""

    name = models.CharField("名称", max_length=80)
    value = models.PositiveBigIntegerField("已用到")

    class Meta:
        verbose_name = "编号计数器"
        constraints = [unique_in_cell("counter_id_in_cell", "id"), unique_in_cell("counter_once", "name")]

    def __str__(self) -> str:
        return f"{self.name} {self.value}"


class ReadLog(Cell):
    """Who looked at whose full personal data, and why (查阅记录). Separate from the case's chain."""

    applicant_id = models.UUIDField("申请人")
    case_id = models.UUIDField("办件", null=True)
    reader_id = models.UUIDField("查阅人")
    field = models.CharField("查阅内容", max_length=40)
    purpose = models.CharField("查阅事由", max_length=200)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "查阅记录"
        constraints = [unique_in_cell("readlog_id_in_cell", "id")]
        indexes = [models.Index(fields=["region_code", "applicant_id", "at"], name="readlog_by_applicant")]

    def __str__(self) -> str:
        return f"{self.at:%F %T} {self.field}"
