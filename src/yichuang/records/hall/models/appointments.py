"""Appointments (预约): who comes when for what; and how many places of a slot are taken."""

from uuid import UUID

from django.db import models

from yichuang.records.cell import Cell, unique_in_cell
from yichuang.records.hall.models.queue import sources


class AppointmentState(models.TextChoices):
    """预约状态."""

    BOOKED = "booked", "已预约"
    ARRIVED = "arrived", "已签到"
    CANCELLED = "cancelled", "已取消"
    MISSED = "missed", "爽约"


def appointment_states() -> list[tuple[str, str]]:
    """Return how an appointment may stand, as a function, so that a new word needs no migration."""
    return AppointmentState.choices


class SlotCount(Cell):
    """时段已约数: how many places of a slot are taken on a day; booking raises it only below the capacity."""

    slot_id = models.UUIDField("预约时段")
    day = models.DateField("日期")
    taken = models.PositiveSmallIntegerField("已约", default=0)

    class Meta:
        verbose_name = "时段已约数"
        constraints = [
            unique_in_cell("slotcount_id_in_cell", "id"),
            unique_in_cell("slotcount_once", "slot_id", "day"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.taken}"


class Appointment(Cell):
    """预约: a place in a slot. Whose it is is known by a keyed hash of the telephone or by the account."""

    hall = models.ForeignKey("hall.Hall", models.PROTECT, related_name="+", db_index=False, verbose_name="大厅")
    line = models.ForeignKey("hall.ServiceLine", models.PROTECT, related_name="+", db_index=False, verbose_name="队列")
    slot_id = models.UUIDField("预约时段")
    item = models.ForeignKey("catalogue.Item", models.PROTECT, null=True, related_name="+", verbose_name="事项")
    day = models.DateField("日期")
    starts_at = models.DateTimeField("起")
    ends_at = models.DateTimeField("止")
    state = models.CharField("状态", max_length=10, choices=appointment_states, default=AppointmentState.BOOKED)
    source = models.CharField("预约途径", max_length=12, choices=sources)
    code = models.CharField("预约码", max_length=8)
    user_id = models.UUIDField("登录用户", null=True)
    name = models.CharField("姓名", max_length=60)
    phone_cipher = models.TextField("手机密文")
    phone_hash = models.CharField("手机检索值", max_length=64)
    booked_at = models.DateTimeField("预约时间")
    ended_at = models.DateTimeField("签到、取消或者爽约时间", null=True)
    number_id = models.UUIDField("排队号", null=True)
    key = models.CharField("防重复编号", max_length=80)

    hall_id: UUID
    line_id: UUID
    item_id: UUID | None
    PRIVATE = frozenset({"name", "phone_cipher"})

    class Meta:
        verbose_name = "预约"
        constraints = [
            unique_in_cell("appointment_id_in_cell", "id"),
            unique_in_cell("appointment_code_once", "code"),
            unique_in_cell("appointment_key_once", "key"),
        ]
        indexes = [
            models.Index(fields=["region_code", "hall", "day"], name="appointment_by_day"),
            models.Index(fields=["region_code", "phone_hash"], name="appointment_by_phone"),
            models.Index(fields=["region_code", "user_id"], name="appointment_by_user"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.code}"
