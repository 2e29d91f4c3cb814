"""Queue numbers (排队号): one row each, one counter per hall, day and letter, one revision per hall for the screens."""

from uuid import UUID

from django.db import models

from yichuang.records.cell import Cell, unique_in_cell


class NumberState(models.TextChoices):
    """排队号状态."""

    WAITING = "waiting", "等候"
    CALLED = "called", "已叫号"
    SERVING = "serving", "办理中"
    FINISHED = "finished", "已办理"
    SKIPPED = "skipped", "过号"
    LEFT = "left", "已放弃"


class Priority(models.TextChoices):
    """优先类别."""

    ORDINARY = "ordinary", "普通"
    APPOINTMENT = "appointment", "预约"
    ELDERLY = "elderly", "老年人"
    DISABLED = "disabled", "残疾人"
    MILITARY = "military", "军人"
    GREEN = "green", "绿色通道"


class Source(models.TextChoices):
    """取号途径."""

    KIOSK = "kiosk", "自助终端"
    PHONE = "phone", "手机"
    DESK = "desk", "导办台"
    APPOINTMENT = "appointment", "预约签到"


def number_states() -> list[tuple[str, str]]:
    """Return how a queue number may stand, as a function, so that a new word needs no migration."""
    return NumberState.choices


def priorities() -> list[tuple[str, str]]:
    """Return the priority classes."""
    return Priority.choices


def sources() -> list[tuple[str, str]]:
    """Return where numbers are drawn."""
    return Source.choices


class QueueSeries(Cell):
    """排队号段: the last number of a hall, a day and a letter. Drawing raises it in the same transaction: no gaps."""

    hall_id = models.UUIDField("大厅")
    day = models.DateField("日期")
    prefix = models.CharField("号码字母", max_length=2)
    last = models.PositiveIntegerField("最后一号", default=0)

    class Meta:
        verbose_name = "排队号段"
        constraints = [
            unique_in_cell("queueseries_id_in_cell", "id"),
            unique_in_cell("queueseries_once", "hall_id", "day", "prefix"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.prefix} {self.last}"


class HallPulse(Cell):
    """大厅变动号: raised with every change that a screen shows; the hub of every process compares it."""

    hall_id = models.UUIDField("大厅")
    revision = models.PositiveBigIntegerField("变动号", default=1)

    class Meta:
        verbose_name = "大厅变动号"
        constraints = [unique_in_cell("hallpulse_id_in_cell", "id"), unique_in_cell("hallpulse_once", "hall_id")]

    def __str__(self) -> str:
        return f"{self.hall_id} {self.revision}"


class QueueNumber(Cell):
    """排队号: who waits for what since when, and what came of it. No name: only a telephone, if one was left."""

    hall = models.ForeignKey("hall.Hall", models.PROTECT, related_name="+", db_index=False, verbose_name="大厅")
    line = models.ForeignKey("hall.ServiceLine", models.PROTECT, related_name="+", db_index=False, verbose_name="队列")
    day = models.DateField("日期")
    prefix = models.CharField("号码字母", max_length=2)
    serial = models.PositiveIntegerField("序号")
    source = models.CharField("取号途径", max_length=12, choices=sources)
    priority = models.CharField("优先类别", max_length=12, choices=priorities)
    state = models.CharField("状态", max_length=10, choices=number_states, default=NumberState.WAITING)
    taken_at = models.DateTimeField("取号时间")
    queued_at = models.DateTimeField("排队时间", help_text="决定先后；过号重排时后移，转窗口时不变")
    window = models.ForeignKey(
        "hall.HallWindow", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="叫号窗口"
    )
    called_at = models.DateTimeField("叫号时间", null=True)
    calls = models.PositiveSmallIntegerField("叫号次数", default=0)
    began_at = models.DateTimeField("开始办理", null=True)
    ended_at = models.DateTimeField("结束时间", null=True)
    skips = models.PositiveSmallIntegerField("过号次数", default=0)
    user_id = models.UUIDField("登录用户", null=True)
    phone_cipher = models.TextField("手机密文", blank=True)
    phone_hash = models.CharField("手机检索值", max_length=64, blank=True)
    screen_id = models.UUIDField("取号的终端", null=True)
    reminded_at = models.DateTimeField("提醒时间", null=True)
    token = models.CharField("查看码", max_length=24)
    key = models.CharField("防重复编号", max_length=80)
    case_no = models.CharField("办件编号", max_length=24, blank=True)

    hall_id: UUID
    line_id: UUID
    window_id: UUID | None
    PRIVATE = frozenset({"phone_cipher"})

    class Meta:
        verbose_name = "排队号"
        constraints = [
            unique_in_cell("queuenumber_id_in_cell", "id"),
            unique_in_cell("queuenumber_once", "hall", "day", "prefix", "serial"),
            unique_in_cell("queuenumber_key_once", "key"),
            unique_in_cell("queuenumber_token_once", "token"),
        ]
        indexes = [
            models.Index(fields=["region_code", "hall", "day", "state"], name="queuenumber_by_state"),
            models.Index(fields=["region_code", "line", "day"], name="queuenumber_by_line"),
        ]

    @property
    def no(self) -> str:
        """The number as it is printed and called: A012."""
        return f"{self.prefix}{self.serial:03d}"

    def __str__(self) -> str:
        return self.no
