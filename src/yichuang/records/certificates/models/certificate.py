"""证照: what was granted, to whom, until when, and what became of it."""

from uuid import UUID

from django.db import models

from yichuang.records.cases.models import CasePart
from yichuang.records.cell import CellForeignKey, in_cell, unique_in_cell

SUBJECT = "cert"  # whose chain the entries of a certificate belong to


class CertificateStatus(models.TextChoices):
    """证照状态: 有效 ⇄ 暂扣, 有效 → 撤销 / 撤回 / 吊销 → 注销."""

    VALID = "valid", "有效"
    SUSPENDED = "suspended", "暂扣"
    EXPIRED = "expired", "失效"
    REVOKED = "revoked", "已撤销"
    WITHDRAWN = "withdrawn", "已撤回"
    CANCELLED = "cancelled", "已吊销"
    DEREGISTERED = "deregistered", "已注销"


class CertificateAct(models.TextChoices):
    """证照处理."""

    REVOKE = "revoked", "撤销"
    WITHDRAW = "withdrawn", "撤回"
    CANCEL = "cancelled", "吊销"
    DEREGISTER = "deregistered", "注销"
    CHANGE = "changed", "变更"


def certificate_statuses() -> list[tuple[str, str]]:
    """Return the states of a certificate."""
    return CertificateStatus.choices


def certificate_acts() -> list[tuple[str, str]]:
    """Return what may be proposed for a certificate."""
    return CertificateAct.choices


class Certificate(CasePart):
    """证照. It has a chain of its own in the ledger: version, ledger_seq and ledger_hash are its head.

    One without a case was taken in from a list of old certificates (存量证照).
    """

    case_id: UUID | None = models.UUIDField("办件", null=True)  # type: ignore[assignment]
    case = in_cell("cases.Case", "case_id", "certificates", null=True)
    document_id: UUID | None = models.UUIDField("文书", null=True)  # type: ignore[assignment]
    document = in_cell("documents.Document", "document_id", "certificates", null=True)
    type_name = models.CharField("证照名称", max_length=100)
    no = models.CharField("证照编号", max_length=40)
    identifier = models.CharField("电子证照标识", max_length=100, blank=True)
    holder_id = models.UUIDField("持证主体")
    holder_name = models.CharField("持证人", max_length=100)
    issuer = models.ForeignKey(
        "org.Department", models.PROTECT, related_name="+", db_index=False, verbose_name="发证机关"
    )
    issuer_id: UUID
    issued_on = models.DateField("发证日期")
    valid_to = models.DateField("有效期至", null=True)
    status = models.CharField("状态", max_length=16, choices=certificate_statuses)
    verify_token = models.CharField("核验码", max_length=32)
    renews_id = models.UUIDField("延续的证照", null=True)
    deemed_on = models.DateField("视为准予延续的日期", null=True)
    changes = models.TextField("变更内容", blank=True)
    version = models.PositiveIntegerField("账目版本", default=0)
    ledger_seq = models.PositiveIntegerField("账目序号", default=0)
    ledger_hash = models.CharField("账目哈希", max_length=64, blank=True)

    PRIVATE = frozenset({"holder_name", "changes"})

    class Meta:
        verbose_name = "证照"
        constraints = [
            unique_in_cell("certificate_id_in_cell", "id"),
            unique_in_cell("certificate_no_once", "no"),
            unique_in_cell("certificate_per_case", "case_id", "type_name"),
            CellForeignKey(column="case_id", to="cases.Case", name="certificate_case_fk"),
            CellForeignKey(column="document_id", to="documents.Document", name="certificate_document_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "verify_token"], name="certificate_by_token"),
            models.Index(fields=["region_code", "holder_id"], name="certificate_by_holder"),
            models.Index(fields=["region_code", "issuer", "valid_to"], name="certificate_by_issuer"),
            models.Index(
                fields=["region_code", "renews_id"], name="certificate_renewing", condition=~models.Q(renews_id=None)
            ),
        ]

    def __str__(self) -> str:
        return self.no


class Proposal(CasePart):
    """证照处理提请: what one officer proposes for a certificate and another one decides."""

    case = in_cell("cases.Case", "case_id", "certificate_proposals")
    certificate_id = models.UUIDField("证照")
    certificate = in_cell("certificates.Certificate", "certificate_id", "proposals")
    act = models.CharField("拟作处理", max_length=16, choices=certificate_acts)
    ground = models.CharField("情形", max_length=32)
    reason = models.TextField("事实和理由")
    heard = models.TextField("陈述申辩情况", blank=True)
    proposer = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="提请人"
    )
    proposer_id: UUID | None
    proposed_on = models.DateField("提请日期")
    decided_on = models.DateField("决定日期", null=True)
    agreed = models.BooleanField("同意", null=True)

    PRIVATE = frozenset({"reason", "heard"})

    class Meta:
        verbose_name = "证照处理提请"
        constraints = [
            unique_in_cell("proposal_id_in_cell", "id"),
            CellForeignKey(column="case_id", to="cases.Case", name="proposal_case_fk"),
            CellForeignKey(column="certificate_id", to="certificates.Certificate", name="proposal_certificate_fk"),
        ]
        indexes = [models.Index(fields=["region_code", "certificate_id"], name="proposal_by_certificate")]

    def __str__(self) -> str:
        return f"{self.get_act_display()} {self.proposed_on}"


class Renewal(CasePart):
    """延续申请: a case that asks to renew a certificate; what silence does to it is the law's word."""

    case = in_cell("cases.Case", "case_id", "renewals")
    certificate_id = models.UUIDField("证照")
    certificate = in_cell("certificates.Certificate", "certificate_id", "renewals")
    expires_on = models.DateField("原有效期至")
    applied_on = models.DateField("申请日期")
    apply_by = models.DateField("应当提出申请的最迟日")

    class Meta:
        verbose_name = "延续申请"
        constraints = [
            unique_in_cell("renewal_id_in_cell", "id"),
            unique_in_cell("renewal_once", "case_id"),
            CellForeignKey(column="case_id", to="cases.Case", name="renewal_case_fk"),
            CellForeignKey(column="certificate_id", to="certificates.Certificate", name="renewal_certificate_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "expires_on"], name="renewal_by_expiry"),
            models.Index(fields=["region_code", "certificate_id"], name="renewal_by_certificate"),
        ]

    def __str__(self) -> str:
        return f"{self.certificate_id} {self.applied_on}"
