"""好差评: what people say of how their case was handled, and what is done where they say it badly."""

from uuid import UUID

from django.db import models

from yichuang.records.cases.models import CasePart
from yichuang.records.cell import CellForeignKey, in_cell, unique_in_cell


class Grade(models.IntegerChoices):
    """满意度 (GB/T 39046 A.8: 1 is best). Inside the house 5 is best; the edge maps it."""

    VERY_GOOD = 5, "非常满意"
    GOOD = 4, "满意"
    FAIR = 3, "基本满意"
    BAD = 2, "不满意"
    VERY_BAD = 1, "非常不满意"


class RatingChannel(models.TextChoices):
    """评价渠道 (GB/T 39046 表9)."""

    WEB = "web", "网上"
    PAD = "pad", "窗口评价屏"
    CODE = "code", "二维码"
    SMS = "sms", "短信"


class Loop(models.TextChoices):
    """差评整改: how far a bad rating has come."""

    NONE = "", "不需要整改"
    OPEN = "open", "待核实"
    VERIFIED = "verified", "整改中"
    RECTIFIED = "rectified", "待反馈"
    ANSWERED = "answered", "待回访"
    CHALLENGED = "challenged", "申请剔除"
    DONE = "done", "已了结"
    SET_ASIDE = "set_aside", "已剔除"


def loops() -> list[tuple[str, str]]:
    """Return how far a bad rating may have come."""
    return Loop.choices


class Rating(CasePart):
    """好差评: one case, one rating; bound to department, item, clerk and window as they stood."""

    case = in_cell("cases.Case", "case_id", "ratings")
    grade = models.PositiveSmallIntegerField("满意度", choices=Grade.choices)
    reasons = models.JSONField("评价指标", default=list)
    words = models.CharField("文字评价", max_length=500, blank=True)
    channel = models.CharField("评价渠道", max_length=12)
    rated_at = models.DateTimeField("评价时间")
    department = models.ForeignKey("org.Department", models.PROTECT, null=True, related_name="+", db_index=False)
    item = models.ForeignKey("catalogue.Item", models.PROTECT, null=True, related_name="+", db_index=False)
    clerk = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+", db_index=False)
    clerk_id: UUID | None
    window = models.ForeignKey("org.Window", models.PROTECT, null=True, related_name="+", db_index=False)
    window_id: UUID | None
    loop = models.CharField("差评整改", max_length=12, choices=loops, blank=True)
    due_on = models.DateField("下一步期限", null=True)
    shown = models.CharField("公示的文字", max_length=500, blank=True)
    again_grade = models.PositiveSmallIntegerField("追评满意度", choices=Grade.choices, null=True)
    again_words = models.CharField("追评文字", max_length=500, blank=True)
    again_at = models.DateTimeField("追评时间", null=True)

    PRIVATE = frozenset({"words", "again_words", "shown"})

    class Meta:
        verbose_name = "好差评"
        constraints = [
            unique_in_cell("rating_id_in_cell", "id"),
            unique_in_cell("rating_once", "case_id"),
            CellForeignKey(column="case_id", to="cases.Case", name="rating_case_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "rated_at"], name="rating_by_time"),
            models.Index(fields=["region_code", "loop", "due_on"], name="rating_loop", condition=~models.Q(loop="")),
            models.Index(fields=["region_code", "rated_at", "loop"], name="rating_bad", condition=~models.Q(loop="")),
            models.Index(fields=["region_code", "rated_at"], name="rating_shown", condition=~models.Q(shown="")),
            models.Index(
                fields=["region_code", "rated_at"],
                name="rating_to_review",
                condition=models.Q(shown="") & ~models.Q(words=""),
            ),
        ]

    def __str__(self) -> str:
        return self.get_grade_display()


class RatingStep(CasePart):
    """差评整改的一步: finding, measures, answer, call-back, challenge and what became of it."""

    case = in_cell("cases.Case", "case_id", "rating_steps")
    rating_id = models.UUIDField("评价")
    kind = models.CharField("步骤", max_length=12)
    result = models.CharField("结果", max_length=12, blank=True)
    officer = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+", db_index=False)
    officer_id: UUID | None
    at = models.DateTimeField("时间")
    words = models.CharField("内容", max_length=2000, blank=True)

    PRIVATE = frozenset({"words"})

    class Meta:
        verbose_name = "差评整改步骤"
        constraints = [
            unique_in_cell("rating_step_id_in_cell", "id"),
            CellForeignKey(column="case_id", to="cases.Case", name="rating_step_case_fk"),
        ]
        indexes = [models.Index(fields=["region_code", "case_id"], name="rating_step_by_case")]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%F}"


class Invitation(CasePart):
    """评价邀请: a link that is good once and for a time; only the hash of its token is kept."""

    case = in_cell("cases.Case", "case_id", "invitations")
    token_hash = models.CharField("链接索引", max_length=64)
    channel = models.CharField("评价渠道", max_length=12)
    window = models.ForeignKey("org.Window", models.PROTECT, null=True, related_name="+", db_index=False)
    window_id: UUID | None
    made_at = models.DateTimeField("发出时间")
    expires_at = models.DateTimeField("失效时间")
    used_at = models.DateTimeField("使用时间", null=True)

    PRIVATE = frozenset({"token_hash"})

    class Meta:
        verbose_name = "评价邀请"
        constraints = [
            unique_in_cell("invitation_id_in_cell", "id"),
            unique_in_cell("invitation_token_once", "token_hash"),
            CellForeignKey(column="case_id", to="cases.Case", name="invitation_case_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "case_id"], name="invitation_by_case"),
            models.Index(
                fields=["region_code", "window", "expires_at"],
                name="invitation_on_pad",
                condition=models.Q(used_at=None, window__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.made_at:%F %T}"
