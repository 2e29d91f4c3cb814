"""证照: what was granted, to whom, until when."""

from django.db import models

from yichuang.records.cases.models import CasePart
from yichuang.records.cell import CellForeignKey, in_cell, unique_in_cell


class CertificateStatus(models.TextChoices):
    """证照状态."""

    VALID = "valid", "有效"
    EXPIRED = "expired", "失效"


class Certificate(CasePart):
    """证照."""

    case = in_cell("cases.Case", "case_id", "certificates")
    document_id = models.UUIDField("文书")
    document = in_cell("documents.Document", "document_id", "certificates")
    type_name = models.CharField("证照名称", max_length=100)
    no = models.CharField("证照编号", max_length=40)
    holder_id = models.UUIDField("持证主体")
    holder_name = models.CharField("持证人", max_length=100)
    issuer = models.ForeignKey(
        "org.Department", models.PROTECT, related_name="+", db_index=False, verbose_name="发证机关"
    )
    issued_on = models.DateField("发证日期")
    valid_to = models.DateField("有效期至", null=True)
    status = models.CharField("状态", max_length=10, choices=CertificateStatus.choices)
    verify_token = models.CharField("核验码", max_length=32)

    PRIVATE = frozenset({"holder_name"})

    class Meta:
        verbose_name = "证照"
        constraints = [
            unique_in_cell("certificate_id_in_cell", "id"),
            unique_in_cell("certificate_no_once", "no"),
            unique_in_cell("certificate_per_case", "case_id", "type_name"),
            CellForeignKey(column="case_id", to="cases.Case", name="certificate_case_fk"),
            CellForeignKey(column="document_id", to="documents.Document", name="certificate_document_fk"),
        ]
        indexes = [models.Index(fields=["region_code", "verify_token"], name="certificate_by_token")]

    def __str__(self) -> str:
        return self.no
