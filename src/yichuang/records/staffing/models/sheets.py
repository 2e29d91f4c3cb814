"""考核: forms by version, sheets of windows and people with evidence, appeal and review; communities' consent."""

from uuid import UUID

from django.db import models

from yichuang.records.cell import Cell, unique_in_cell


class Period(models.TextChoices):
    """考核周期."""

    MONTH = "month", "月度"
    QUARTER = "quarter", "季度"
    YEAR = "year", "年度"


class SheetSubject(models.TextChoices):
    """考核对象."""

    WINDOW = "window", "窗口"
    PERSON = "person", "窗口人员"


class SheetState(models.TextChoices):
    """考核表状态."""

    SIGNED = "signed", "已签发"
    APPEALED = "appealed", "申诉中"
    REVIEWED = "reviewed", "已复核"


class SheetForm(Cell):
    """考核表样: items with full marks, what each takes its evidence from, what each occurrence costs. By version."""

    subject = models.CharField("考核对象", max_length=8, choices=SheetSubject.choices)
    period = models.CharField("周期", max_length=8, choices=Period.choices)
    number = models.PositiveSmallIntegerField("版本")
    title = models.CharField("名称", max_length=60)
    items = models.JSONField("考核项目")
    effective_on = models.DateField("启用日期")
    published_by = models.ForeignKey(
        "org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="发布人"
    )
    published_at = models.DateTimeField("发布时间")

    class Meta:
        verbose_name = "考核表样"
        constraints = [
            unique_in_cell("sheetform_id_in_cell", "id"),
            unique_in_cell("sheetform_version_once", "subject", "period", "number"),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.number}"


class Sheet(Cell):
    """考核表: one window or person in one period; every deduction names its evidence."""

    form_id = models.UUIDField("考核表样")
    subject = models.CharField("考核对象", max_length=8, choices=SheetSubject.choices)
    subject_id = models.UUIDField("窗口或者人员")
    department = models.ForeignKey(
        "org.Department", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="部门"
    )
    period = models.CharField("周期", max_length=8, choices=Period.choices)
    starts_on = models.DateField("起")
    ends_on = models.DateField("止")
    lines = models.JSONField("逐项得分")
    total = models.PositiveSmallIntegerField("总分")
    grade = models.CharField("等次", max_length=12)
    state = models.CharField("状态", max_length=12, choices=SheetState.choices)
    signed_by = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="签发人")
    signed_at = models.DateTimeField("签发时间")
    appeal_by = models.DateField("申诉期限")
    appeal = models.CharField("申诉理由", max_length=1000, blank=True)
    appealed_by = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="申诉人"
    )
    appealed_at = models.DateTimeField("申诉时间", null=True)
    reviewed_by = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="复核人"
    )
    reviewed_at = models.DateTimeField("复核时间", null=True)
    review = models.CharField("复核意见", max_length=1000, blank=True)

    department_id: UUID | None
    signed_by_id: UUID
    PRIVATE = frozenset({"lines", "appeal", "review", "total", "grade"})

    class Meta:
        verbose_name = "考核表"
        constraints = [
            unique_in_cell("sheet_id_in_cell", "id"),
            unique_in_cell("sheet_once", "subject", "subject_id", "period", "starts_on"),
        ]
        indexes = [models.Index(fields=["region_code", "period", "starts_on"], name="sheet_by_period")]

    def __str__(self) -> str:
        return f"{self.subject} {self.subject_id} {self.starts_on}"


class CommunityConsent(Cell):
    """社区党工委意见: whether the community agrees that somebody it hosts gets 合格 or better, or is engaged again."""

    user = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="人员")
    point_id = models.UUIDField("社区")
    year = models.PositiveSmallIntegerField("年度")
    agreed = models.BooleanField("同意")
    words = models.CharField("意见", max_length=300, blank=True)
    given_by = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="经办人")
    given_at = models.DateTimeField("时间")

    user_id: UUID
    PRIVATE = frozenset({"words"})

    class Meta:
        verbose_name = "社区党工委意见"
        constraints = [
            unique_in_cell("communityconsent_id_in_cell", "id"),
            unique_in_cell("communityconsent_once", "user", "year"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.year}"
