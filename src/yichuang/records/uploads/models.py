"""手机扫码上传: a link for one material and one phone; each file that came over it waits for the clerk."""

from uuid import UUID

from django.db import models

from yichuang.records.cell import Cell, CellForeignKey, in_cell, unique_in_cell

SUBJECT = "upload"  # whose chain the entries of a link belong to


class ArrivalState(models.TextChoices):
    """来件状态."""

    WAITING = "waiting", "等窗口收"
    TAKEN = "taken", "已收下"
    DISCARDED = "discarded", "不要"
    PURGED = "purged", "已清除"


def arrival_states() -> list[tuple[str, str]]:
    """Return what may become of a file."""
    return ArrivalState.choices


class UploadLink(Cell):
    """上传链接: found by its keyed hash; for one material of one form at the desk, or of one case."""

    token_hash = models.CharField("链接索引", max_length=64)
    clerk = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="出示人")
    clerk_id: UUID
    desk = models.CharField("受理台表单", max_length=64, blank=True)
    case_no = models.CharField("办件编号", max_length=40, blank=True)
    item_name = models.CharField("事项", max_length=200)
    material_key = models.CharField("材料标识", max_length=40)
    material_name = models.CharField("材料", max_length=200)
    made_at = models.DateTimeField("出示时间")
    expires_at = models.DateTimeField("失效时间")
    ended_at = models.DateTimeField("结束时间", null=True)
    phone_hash = models.CharField("手机索引", max_length=64, blank=True)
    arrived = models.PositiveSmallIntegerField("来件数", default=0)
    version = models.PositiveIntegerField("账目版本", default=0)
    ledger_seq = models.PositiveIntegerField("账目序号", default=0)
    ledger_hash = models.CharField("账目哈希", max_length=64, blank=True)

    PRIVATE = frozenset({"token_hash", "phone_hash"})

    class Meta:
        verbose_name = "上传链接"
        constraints = [
            unique_in_cell("upload_link_id_in_cell", "id"),
            unique_in_cell("upload_link_token_once", "token_hash"),
        ]
        indexes = [
            models.Index(
                fields=["region_code", "case_no"], name="upload_link_by_case", condition=~models.Q(case_no="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.material_name} {self.made_at:%F %T}"


class Arrival(Cell):
    """手机来件: one file that came over a link."""

    link_id = models.UUIDField("上传链接")
    link = in_cell("uploads.UploadLink", "link_id", "arrivals")
    digest = models.CharField("摘要", max_length=64)
    name = models.CharField("文件名", max_length=200)
    media_type = models.CharField("文件类型", max_length=100)
    size = models.PositiveBigIntegerField("大小")
    arrived_at = models.DateTimeField("到达时间")
    state = models.CharField("状态", max_length=12, choices=arrival_states)
    answered_at = models.DateTimeField("处理时间", null=True)

    PRIVATE = frozenset({"name"})

    class Meta:
        verbose_name = "手机来件"
        constraints = [
            unique_in_cell("arrival_id_in_cell", "id"),
            unique_in_cell("arrival_file_once", "link_id", "digest"),
            CellForeignKey(column="link_id", to="uploads.UploadLink", name="arrival_link_fk"),
        ]
        indexes = [models.Index(fields=["region_code", "state", "arrived_at"], name="arrival_by_state")]

    def __str__(self) -> str:
        return self.name
