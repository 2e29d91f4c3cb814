"""Calls (叫号记录) and what supervision found in them (叫号无结果). Numbers, windows and people on duty; no visitor."""

from uuid import UUID

from django.db import models

from yichuang.records.cell import Cell, unique_in_cell


class CallOutcome(models.TextChoices):
    """叫号结果."""

    NONE = "", "没有结果"
    BEGUN = "begun", "开始办理"
    SKIPPED = "skipped", "过号"
    TRANSFERRED = "transferred", "转走"
    FINISHED = "finished", "办完"


def call_outcomes() -> list[tuple[str, str]]:
    """Return what may come of a call, as a function, so that a new word needs no migration."""
    return CallOutcome.choices


class QueueCall(Cell):
    """叫号记录: one call of a number to a window, and what came of it first. Never changed after that."""

    number_id = models.UUIDField("排队号")
    no = models.CharField("号码", max_length=8)
    hall = models.ForeignKey("hall.Hall", models.PROTECT, related_name="+", db_index=False, verbose_name="大厅")
    window = models.ForeignKey("hall.HallWindow", models.PROTECT, related_name="+", db_index=False, verbose_name="窗口")
    clerk_id = models.UUIDField("窗口人员", null=True)
    called_at = models.DateTimeField("叫号时间")
    outcome = models.CharField("结果", max_length=12, choices=call_outcomes, blank=True)
    outcome_at = models.DateTimeField("结果时间", null=True)
    watched = models.BooleanField("监察已看完", default=False)

    hall_id: UUID
    window_id: UUID

    class Meta:
        verbose_name = "叫号记录"
        constraints = [unique_in_cell("queuecall_id_in_cell", "id")]
        indexes = [
            models.Index(fields=["region_code", "number_id"], name="queuecall_by_number"),
            models.Index(fields=["region_code", "watched", "called_at"], name="queuecall_to_watch"),
        ]

    def __str__(self) -> str:
        return f"{self.no} {self.called_at:%F %H:%M}"


class CallAlert(Cell):
    """叫号无结果: a call to which nothing happened for too long. Its id is that of the call: found twice, kept once."""

    hall = models.ForeignKey("hall.Hall", models.PROTECT, related_name="+", db_index=False, verbose_name="大厅")
    window = models.ForeignKey("hall.HallWindow", models.PROTECT, related_name="+", db_index=False, verbose_name="窗口")
    clerk_id = models.UUIDField("窗口人员", null=True)
    no = models.CharField("号码", max_length=8)
    called_at = models.DateTimeField("叫号时间")
    since = models.DateTimeField("异常起")
    ended_at = models.DateTimeField("异常止", null=True)
    outcome = models.CharField("结果", max_length=12, choices=call_outcomes, blank=True)
    basis = models.CharField("依据", max_length=80)

    hall_id: UUID
    window_id: UUID

    class Meta:
        verbose_name = "叫号无结果"
        constraints = [unique_in_cell("callalert_id_in_cell", "id")]
        indexes = [models.Index(fields=["region_code", "called_at"], name="callalert_by_day")]

    def __str__(self) -> str:
        return f"{self.no} {self.since:%F %H:%M}"
