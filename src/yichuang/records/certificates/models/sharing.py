"""授权与查阅: codes that let somebody see a certificate, who looked, and what its holder was told."""

from uuid import UUID

from django.db import models

from yichuang.records.cell import Cell, CellForeignKey, in_cell, unique_in_cell


class LookWay(models.TextChoices):
    """How a certificate was looked at (查阅方式)."""

    SHARED = "shared", "凭授权码查看"
    MATERIAL = "material", "用作申请材料"


def look_ways() -> list[tuple[str, str]]:
    """Return how a certificate may be looked at."""
    return LookWay.choices


class Sharing(Cell):
    """证照授权: a code with a purpose and an end. The code is found by its keyed hash, and sealed for its maker."""

    certificate_id = models.UUIDField("证照")
    certificate = in_cell("certificates.Certificate", "certificate_id", "sharings")
    user_id = models.UUIDField("授权人", null=True)
    code_hash = models.CharField("授权码索引", max_length=64)
    code_cipher = models.TextField("授权码密文")
    purpose = models.CharField("用途", max_length=100)
    recipient = models.CharField("给谁看", max_length=100)
    made_at = models.DateTimeField("授权时间")
    expires_at = models.DateTimeField("失效时间")
    revoked_at = models.DateTimeField("收回时间", null=True)

    PRIVATE = frozenset({"code_hash", "code_cipher", "purpose", "recipient"})

    class Meta:
        verbose_name = "证照授权"
        constraints = [
            unique_in_cell("sharing_id_in_cell", "id"),
            unique_in_cell("sharing_code_once", "code_hash"),
            CellForeignKey(column="certificate_id", to="certificates.Certificate", name="sharing_certificate_fk"),
        ]
        indexes = [models.Index(fields=["region_code", "certificate_id"], name="sharing_by_certificate")]

    def __str__(self) -> str:
        return f"{self.certificate_id} {self.expires_at}"


class CertificateLook(Cell):
    """证照查阅记录: who looked at a certificate, when, in which way and what for. Its holder reads it."""

    certificate_id = models.UUIDField("证照")
    certificate = in_cell("certificates.Certificate", "certificate_id", "looks")
    way = models.CharField("方式", max_length=12, choices=look_ways)
    reader_id: UUID | None = models.UUIDField("查阅人", null=True)  # type: ignore[assignment]
    who = models.CharField("何人", max_length=100)
    purpose = models.CharField("事由", max_length=200)
    sharing_id = models.UUIDField("凭哪次授权", null=True)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "证照查阅记录"
        constraints = [
            unique_in_cell("certificate_look_id_in_cell", "id"),
            CellForeignKey(column="certificate_id", to="certificates.Certificate", name="look_certificate_fk"),
        ]
        indexes = [models.Index(fields=["region_code", "certificate_id", "at"], name="look_by_certificate")]

    def __str__(self) -> str:
        return f"{self.at:%F %T} {self.way}"


class ExpiryNotice(Cell):
    """到期提醒: that the holder was told, once for each step, how soon a certificate ends."""

    certificate_id = models.UUIDField("证照")
    certificate = in_cell("certificates.Certificate", "certificate_id", "expiry_notices")
    days = models.PositiveSmallIntegerField("提前天数")
    valid_to = models.DateField("有效期至")
    told_on = models.DateField("提醒日期")

    class Meta:
        verbose_name = "到期提醒"
        constraints = [
            unique_in_cell("expiry_notice_id_in_cell", "id"),
            unique_in_cell("expiry_notice_once", "certificate_id", "valid_to", "days"),
            CellForeignKey(column="certificate_id", to="certificates.Certificate", name="expiry_notice_certificate_fk"),
        ]

    def __str__(self) -> str:
        return f"{self.certificate_id} {self.days}"
