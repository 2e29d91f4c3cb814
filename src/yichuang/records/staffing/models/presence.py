"""考勤巡查: who was at the window when, what a patrol found, and the notice on an empty counter."""

from uuid import UUID

from django.db import models

from yichuang.records.cell import Cell, unique_in_cell


class Attendance(Cell):
    """考勤: when somebody came and went on one day. Ordinary desk-keeping: no ledger; sheets freeze what they use."""

    user = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="人员")
    on = models.DateField("日期")
    came_at = models.DateTimeField("签到", null=True)
    left_at = models.DateTimeField("签退", null=True)
    noted_by = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="代签登记人"
    )

    user_id: UUID

    class Meta:
        verbose_name = "考勤"
        constraints = [
            unique_in_cell("attendance_id_in_cell", "id"),
            unique_in_cell("attendance_once", "user", "on"),
        ]
        indexes = [models.Index(fields=["region_code", "on"], name="attendance_by_day")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.on}"


class PatrolKind(models.TextChoices):
    """巡查发现."""

    GOOD = "good", "情况良好"
    AWAY = "away", "脱岗"
    DRESS = "dress", "着装不规范"
    MANNERS = "manners", "态度生硬"
    IDLE = "idle", "做与工作无关的事"
    NO_NOTICE = "no_notice", "离岗未告示"
    ORDER = "order", "窗口环境不整洁"


class Patrol(Cell):
    """巡查记录: what a patrol saw at a window, about whom, with a photo."""

    at = models.DateTimeField("时间")
    window = models.ForeignKey(
        "org.Window", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="窗口"
    )
    user = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="人员"
    )
    kind = models.CharField("发现", max_length=12, choices=PatrolKind.choices)
    words = models.CharField("情况", max_length=300)
    photo = models.CharField("照片摘要", max_length=64, blank=True)
    photo_name = models.CharField("照片名", max_length=80, blank=True)
    alert_id = models.UUIDField("作为证据的异常", null=True)
    noted_by = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="巡查人")

    user_id: UUID | None
    window_id: UUID | None
    PRIVATE = frozenset({"words", "photo_name"})

    class Meta:
        verbose_name = "巡查记录"
        constraints = [unique_in_cell("patrol_id_in_cell", "id")]
        indexes = [
            models.Index(fields=["region_code", "at"], name="patrol_by_time"),
            models.Index(
                fields=["region_code", "alert_id"], name="patrol_by_alert", condition=~models.Q(alert_id=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at:%F %H:%M} {self.kind}"


class AbsenceNotice(Cell):
    """离岗告示: where who sits at a counter went, and when he is back. Ordinary desk-keeping: no ledger."""

    user = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="人员")
    window = models.ForeignKey("org.Window", models.PROTECT, related_name="+", db_index=False, verbose_name="窗口")
    words = models.CharField("告示", max_length=80)
    put_up_at = models.DateTimeField("挂出时间")
    back_at = models.DateTimeField("预计返回")
    taken_down_at = models.DateTimeField("取下时间", null=True)

    user_id: UUID
    window_id: UUID

    class Meta:
        verbose_name = "离岗告示"
        constraints = [unique_in_cell("absencenotice_id_in_cell", "id")]
        indexes = [
            models.Index(
                fields=["region_code", "window"], name="absencenotice_up", condition=models.Q(taken_down_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"{self.put_up_at:%F %H:%M} {self.words}"
