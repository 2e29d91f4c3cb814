"""印章: the seals of a centre and its departments, and every use of one of them (用印记录)."""

from uuid import UUID

from django.db import models

from yichuang.records.cases.models import CasePart
from yichuang.records.cell import Cell, CellForeignKey, in_cell, unique_in_cell

SUBJECT = "seal"  # whose chain the entries of a seal belong to


class SealKind(models.TextChoices):
    """印章种类."""

    DEPARTMENT = "department", "部门公章"
    APPROVAL = "approval", "行政审批专用章"
    ACCEPTANCE = "acceptance", "受理专用章"
    RECEIPT = "receipt", "收件专用章"


class SealState(models.TextChoices):
    """印章状态."""

    IN_USE = "in_use", "在用"
    SUSPENDED = "suspended", "停用"
    DESTROYED = "destroyed", "已销毁"


def seal_kinds() -> list[tuple[str, str]]:
    """Return the kinds of seals."""
    return SealKind.choices


class Seal(Cell):
    """印章. It has a chain of its own in the ledger: version, ledger_seq and ledger_hash are its head."""

    no = models.CharField("印章编号", max_length=32)
    kind = models.CharField("印章种类", max_length=16, choices=seal_kinds)
    body = models.CharField("使用单位", max_length=100)
    name = models.CharField("印章名称", max_length=120)
    keeper = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="保管人")
    keeper_id: UUID
    valid_from = models.DateField("启用日期")
    valid_to = models.DateField("有效期至")
    state = models.CharField("状态", max_length=12, choices=SealState.choices)
    since = models.DateTimeField("状态起始时间")
    test = models.BooleanField("测试签章", default=True)
    key = models.CharField("密钥位置", max_length=120)
    certificate = models.TextField("签章证书")
    serial = models.CharField("证书序列号", max_length=48)
    sm_key = models.CharField("国密公钥", max_length=128, blank=True)
    registered_at = models.DateTimeField("登记时间")
    version = models.PositiveIntegerField("账目版本", default=0)
    ledger_seq = models.PositiveIntegerField("账目序号", default=0)
    ledger_hash = models.CharField("账目哈希", max_length=64, blank=True)

    class Meta:
        verbose_name = "印章"
        constraints = [unique_in_cell("seal_id_in_cell", "id"), unique_in_cell("seal_no_once", "no")]
        indexes = [models.Index(fields=["region_code", "body", "kind"], name="seal_by_body")]

    def __str__(self) -> str:
        return f"{self.no} {self.name}"


class SealUse(CasePart):
    """用印记录: one row for every use of a seal; a paper is sealed once."""

    case = in_cell("cases.Case", "case_id", "seal_uses")
    document_id = models.UUIDField("文书")
    document = in_cell("documents.Document", "document_id", "seal_uses")
    seal_id = models.UUIDField("印章")
    no = models.CharField("用印编号", max_length=40)
    used_at = models.DateTimeField("用印时间")
    user_id = models.UUIDField("用印人", null=True)
    digest = models.CharField("文件摘要", max_length=64)
    suite = models.CharField("登记算法", max_length=8)
    told = models.CharField("登记摘要", max_length=64)
    mark = models.CharField("登记签名", max_length=200)

    class Meta:
        verbose_name = "用印记录"
        constraints = [
            unique_in_cell("seal_use_id_in_cell", "id"),
            unique_in_cell("seal_use_no_once", "no"),
            unique_in_cell("seal_use_per_document", "document_id"),
            CellForeignKey(column="case_id", to="cases.Case", name="seal_use_case_fk"),
            CellForeignKey(column="document_id", to="documents.Document", name="seal_use_document_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "seal_id", "used_at"], name="seal_use_by_seal"),
            models.Index(fields=["region_code", "case_id"], name="seal_use_by_case"),
        ]

    def __str__(self) -> str:
        return self.no
