"""电子证照库: the types of certificates, suspensions, and the lists that old certificates came in by."""

from uuid import UUID

from django.db import models

from yichuang.records.cell import Cell, CellForeignKey, in_cell, unique_in_cell

TYPE = "certtype"  # whose chain the entries of a type belong to
IMPORT = "certlist"  # whose chain the entries of an import belong to


class HolderKind(models.TextChoices):
    """持证主体类别."""

    PERSON = "person", "自然人"
    ORGANISATION = "organisation", "法人或其他组织"
    ANY = "any", "不限"


class TrustLevel(models.TextChoices):
    """可信等级: A issued by the agency, B checked at a window, C uploaded, D made with a promise."""

    A = "A", "A级：发证机关产生，可直接使用"
    B = "B", "B级：窗口核对过原件，可重复使用"
    C = "C", "C级：用户上传，使用前由窗口核对原件"
    D = "D", "D级：用户承诺真实后自行提供"


def holder_kinds() -> list[tuple[str, str]]:
    """Return who may hold a certificate of a type."""
    return HolderKind.choices


def trust_levels() -> list[tuple[str, str]]:
    """Return the trust levels."""
    return TrustLevel.choices


class CertificateType(Cell):
    """证照类型. Its code never changes: it is part of every identifier that was given."""

    code = models.CharField("证照类型代码", max_length=21)
    name = models.CharField("证照名称", max_length=100)
    holder_kind = models.CharField("持证主体类别", max_length=12, choices=holder_kinds)
    issuer = models.ForeignKey(
        "org.Department", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="发证机关"
    )
    issuer_id: UUID | None
    valid_years = models.PositiveSmallIntegerField("有效期（年）", null=True)
    template = models.CharField("版式", max_length=40)
    trust = models.CharField("可信等级", max_length=1, choices=trust_levels)
    open = models.BooleanField("启用", default=True)
    version = models.PositiveIntegerField("账目版本", default=0)
    ledger_seq = models.PositiveIntegerField("账目序号", default=0)
    ledger_hash = models.CharField("账目哈希", max_length=64, blank=True)

    class Meta:
        verbose_name = "证照类型"
        constraints = [
            unique_in_cell("certificate_type_id_in_cell", "id"),
            unique_in_cell("certificate_type_code_once", "code"),
            unique_in_cell("certificate_type_name_once", "name"),
        ]

    def __str__(self) -> str:
        return self.name


class Suspension(Cell):
    """暂扣、暂停使用: a certificate that is not in force for a while, and how that ended."""

    certificate_id = models.UUIDField("证照")
    certificate = in_cell("certificates.Certificate", "certificate_id", "suspensions")
    ground = models.CharField("情形", max_length=32)
    reason = models.TextField("事实和理由")
    heard = models.TextField("陈述申辩情况", blank=True)
    decision_no = models.CharField("决定书文号", max_length=60, blank=True)
    starts_on = models.DateField("起始日期")
    until = models.DateField("预定截止日期", null=True)
    by_id = models.UUIDField("决定人", null=True)
    ended_on = models.DateField("解除日期", null=True)
    end_reason = models.TextField("解除理由", blank=True)

    PRIVATE = frozenset({"reason", "heard", "end_reason"})

    class Meta:
        verbose_name = "证照暂扣"
        constraints = [
            unique_in_cell("suspension_id_in_cell", "id"),
            CellForeignKey(column="certificate_id", to="certificates.Certificate", name="suspension_certificate_fk"),
        ]
        indexes = [models.Index(fields=["region_code", "certificate_id"], name="suspension_by_certificate")]

    def __str__(self) -> str:
        return f"{self.starts_on} {self.ground}"


class CertificateImport(Cell):
    """存量证照导入: one list of old certificates, taken in part by part; `done` is empty for lists of before."""

    file_name = models.CharField("文件名", max_length=200)
    file_digest = models.CharField("文件摘要", max_length=64)
    rows = models.PositiveIntegerField("导入本数")
    known = models.PositiveIntegerField("已在库本数")
    imported_on = models.DateField("导入日期")
    done = models.PositiveIntegerField("已导入本数", null=True)
    finished_on = models.DateField("完成日期", null=True)
    version = models.PositiveIntegerField("账目版本", default=0)
    ledger_seq = models.PositiveIntegerField("账目序号", default=0)
    ledger_hash = models.CharField("账目哈希", max_length=64, blank=True)

    PRIVATE = frozenset({"file_name"})

    class Meta:
        verbose_name = "存量证照导入"
        constraints = [
            unique_in_cell("certificate_import_id_in_cell", "id"),
            unique_in_cell("certificate_import_once", "file_digest"),
        ]

    @property
    def finished(self) -> bool:
        """Whether the whole list is on record."""
        return self.done is None or self.finished_on is not None

    def __str__(self) -> str:
        return self.file_name
