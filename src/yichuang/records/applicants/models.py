"""申请人: who applies. Identity numbers, phones and addresses are ciphertext plus keyed hash."""

from uuid import UUID

from django.conf import settings
from django.db import models

from yichuang.records.cell import Cell, CellForeignKey, in_cell, unique_in_cell

SUBJECT = "account"  # whose chain the entries of a log-in that stands for an applicant belong to


class ApplicantKind(models.TextChoices):
    """服务对象."""

    PERSON = "person", "自然人"
    ORGANISATION = "organisation", "法人或其他组织"


class IdentityKind(models.TextChoices):
    """证件类型."""

    ID_CARD = "id", "居民身份证"
    USCC = "uscc", "统一社会信用代码"
    ORG_CODE = "org", "组织机构代码"
    OTHER = "other", "其他证件"


class Applicant(Cell):
    """申请人 as recorded for a region; may be linked to a user who logs in."""

    kind = models.CharField("类别", max_length=12, choices=ApplicantKind.choices)
    name = models.CharField("姓名或名称", max_length=100)
    identity_kind = models.CharField("证件类型", max_length=8, choices=IdentityKind.choices)
    identity_cipher = models.TextField("证件号码密文")
    identity_hash = models.CharField("证件号码索引", max_length=64)
    phone_cipher = models.TextField("手机密文", blank=True)
    phone_hash = models.CharField("手机索引", max_length=64, blank=True)
    address_cipher = models.TextField("地址密文", blank=True)
    legal_person = models.CharField("法定代表人", max_length=60, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="+",
        verbose_name="登录用户",
    )

    user_id: UUID | None
    PRIVATE = frozenset({"name", "identity_cipher", "phone_cipher", "address_cipher", "legal_person"}) | {
        "identity_hash",
        "phone_hash",
    }

    class Meta:
        verbose_name = "申请人"
        constraints = [
            unique_in_cell("applicant_id_in_cell", "id"),
            unique_in_cell("applicant_identity_once", "identity_kind", "identity_hash"),
        ]
        indexes = [models.Index(fields=["region_code", "user"], name="applicant_by_user")]

    def __str__(self) -> str:
        return self.name


class Account(Cell):
    """实名账户: the log-in that stands for an applicant; whom an organisation names is filed on its chain."""

    applicant_id = models.UUIDField("申请人")
    applicant = in_cell("applicants.Applicant", "applicant_id", "accounts")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, db_index=False, related_name="+", verbose_name="登录用户"
    )
    linked_on = models.DateField("关联日期")
    version = models.PositiveIntegerField("版本", default=1)
    ledger_seq = models.PositiveIntegerField("账目序号", default=1)
    ledger_hash = models.CharField("账目哈希", max_length=64)

    user_id: UUID

    class Meta:
        verbose_name = "实名账户"
        constraints = [
            unique_in_cell("account_id_in_cell", "id"),
            unique_in_cell("account_once", "applicant_id"),
            CellForeignKey(column="applicant_id", to="applicants.Applicant", name="account_applicant_fk"),
        ]

    def __str__(self) -> str:
        return str(self.applicant_id)


class BanKind(models.TextChoices):
    """禁止申请的原因."""

    FALSE_MATERIAL = "false_material", "隐瞒有关情况或者提供虚假材料"
    FRAUD = "fraud", "以欺骗、贿赂等不正当手段取得许可"


class Ban(Cell):
    """禁止再次申请: who may not apply for which licence until when, found again by keyed hash only."""

    case_id = models.UUIDField("办件")
    certificate_id = models.UUIDField("证照", null=True)
    identity_kind = models.CharField("证件类型", max_length=8, choices=IdentityKind.choices)
    identity_hash = models.CharField("证件号码索引", max_length=64)
    domain = models.CharField("许可事项", max_length=64)
    kind = models.CharField("原因", max_length=16, choices=BanKind.choices)
    since = models.DateField("起始日期")
    until = models.DateField("截止日期")
    basis = models.CharField("依据", max_length=40)

    PRIVATE = frozenset({"identity_hash"})

    class Meta:
        verbose_name = "禁止再次申请"
        constraints = [unique_in_cell("ban_id_in_cell", "id")]
        indexes = [
            models.Index(fields=["region_code", "identity_kind", "identity_hash"], name="ban_by_identity"),
            models.Index(fields=["region_code", "case_id"], name="ban_by_case"),
        ]

    def __str__(self) -> str:
        return f"{self.domain} {self.until}"
