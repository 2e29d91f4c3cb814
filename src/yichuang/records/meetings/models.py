"""会审: joint review meetings of a case, and the seat of each invited department. Written by the pen only."""

from django.db import models

from yichuang.records.cases.models import CasePart
from yichuang.records.cases.models.words import conclusions, effects
from yichuang.records.cell import CellForeignKey, in_cell, unique_in_cell
from yichuang.records.org.models import Department


class MeetingState(models.TextChoices):
    """会审状态."""

    REQUESTED = "requested", "申请人请求"
    DECLINED = "declined", "不举行"
    CALLED = "called", "已召集"
    ADJOURNED = "adjourned", "中止"
    CLOSED = "closed", "已结束"
    CANCELLED = "cancelled", "已取消"


def meeting_states() -> list[tuple[str, str]]:
    """Return the states of a meeting as a function, so that a new one needs no migration."""
    return MeetingState.choices


class Meeting(CasePart):
    """会审: one meeting, in one or several sessions (场次); it may begin as the applicant's request."""

    case = in_cell("cases.Case", "case_id", "meetings")
    state = models.CharField("会审状态", max_length=10, choices=meeting_states)
    requested_at = models.DateTimeField("请求时间", null=True)
    request = models.TextField("书面请求", blank=True)
    wanted = models.JSONField("请求指明的部门", default=list)
    waiver = models.CharField("申请人同意不提前通知", max_length=200, blank=True)
    answer = models.TextField("答复或取消的理由", blank=True)
    chair = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="主持人"
    )
    chair_named = models.CharField("主持人由谁确定", max_length=200, blank=True)
    called_at = models.DateTimeField("召集时间", null=True)
    sessions = models.JSONField("场次", default=list)
    held_on = models.DateField("本场日期", null=True)
    prereview = models.BooleanField("预审阶段", default=False)
    materials = models.TextField("会审材料", blank=True)
    experts = models.TextField("邀请的专家和机构", blank=True)
    applicant_words = models.TextField("申请人意见", blank=True)
    expert_words = models.TextField("专家意见", blank=True)
    summary = models.TextField("会审情况", blank=True)
    divided = models.BooleanField("分歧较大", default=False)
    closed_at = models.DateTimeField("结束时间", null=True)

    PRIVATE = frozenset(
        {"request", "waiver", "answer", "chair_named", "sessions", "materials", "experts", "applicant_words"}
        | {"expert_words", "summary"}
    )

    class Meta:
        verbose_name = "会审"
        constraints = [
            unique_in_cell("meeting_id_in_cell", "id"),
            CellForeignKey(column="case_id", to="cases.Case", name="meeting_case_fk"),
        ]
        indexes = [models.Index(fields=["region_code", "case_id"], name="meeting_by_case")]

    def __str__(self) -> str:
        return f"{self.held_on or ''} {self.get_state_display()}".strip()


class Seat(CasePart):
    """会审席位: one invited department: whom it sent, what the delegate signed on the spot (与盖章同效)."""

    meeting_id = models.UUIDField("会审")
    meeting = in_cell("meetings.Meeting", "meeting_id", "seats")
    stage_id = models.UUIDField("环节")
    department = models.ForeignKey(Department, models.PROTECT, related_name="+", db_index=False, verbose_name="部门")
    by_letter = models.BooleanField("函请确定参加人员", default=False)
    delegate = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="代表"
    )
    present = models.BooleanField("到会", default=False)
    conclusion = models.CharField("结论", max_length=10, choices=conclusions, blank=True)
    effect = models.CharField("结论由来", max_length=10, choices=effects, blank=True)
    opinion = models.TextField("意见", blank=True)
    later_materials = models.TextField("事后补齐的材料", blank=True)
    signed_at = models.DateTimeField("签署时间", null=True)

    PRIVATE = frozenset({"opinion", "later_materials"})

    class Meta:
        verbose_name = "会审席位"
        constraints = [
            unique_in_cell("seat_id_in_cell", "id"),
            unique_in_cell("seat_once", "meeting_id", "department"),
            CellForeignKey(column="case_id", to="cases.Case", name="seat_case_fk"),
            CellForeignKey(column="meeting_id", to="meetings.Meeting", name="seat_meeting_fk"),
        ]
        indexes = [models.Index(fields=["region_code", "case_id"], name="seat_by_case")]

    def __str__(self) -> str:
        return f"{self.department} {self.get_conclusion_display()}"
