"""请假申请: asked by the person, supported by his unit, agreed by the centre; then an absence stands in the book."""

from uuid import UUID

from django.db import models

from yichuang.records.cell import Cell, unique_in_cell


class LeaveKind(models.TextChoices):
    """请假种类."""

    ANNUAL = "annual", "年休假"
    SICK = "sick", "病假"
    PERSONAL = "personal", "事假"
    DUTY = "duty", "公出"
    TRAINING = "training", "培训"
    OTHER = "other", "其他"


class LeaveState(models.TextChoices):
    """请假审批状态."""

    ASKED = "asked", "待单位审核"
    SUPPORTED = "supported", "待中心批准"
    AGREED = "agreed", "已批准"
    REFUSED = "refused", "未批准"
    WITHDRAWN = "withdrawn", "已撤回"


class LeaveRequest(Cell):
    """请假申请 and how it was answered."""

    user = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="申请人")
    kind = models.CharField("种类", max_length=12, choices=LeaveKind.choices)
    starts_on = models.DateField("起")
    ends_on = models.DateField("止")
    reason = models.CharField("事由", max_length=200)
    stand_in = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="代岗人"
    )
    state = models.CharField("状态", max_length=12, choices=LeaveState.choices)
    asked_at = models.DateTimeField("申请时间")
    unit_by = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="单位审核人"
    )
    unit_at = models.DateTimeField("单位审核时间", null=True)
    centre_by = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="中心审批人"
    )
    centre_at = models.DateTimeField("中心审批时间", null=True)
    opinion = models.CharField("意见", max_length=200, blank=True)
    absence_id = models.UUIDField("请假登记", null=True)

    user_id: UUID
    unit_by_id: UUID | None
    stand_in_id: UUID | None
    PRIVATE = frozenset({"reason", "opinion", "kind"})

    class Meta:
        verbose_name = "请假申请"
        constraints = [
            unique_in_cell("leaverequest_id_in_cell", "id"),
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="leave_has_days"),
        ]
        indexes = [
            models.Index(fields=["region_code", "user"], name="leaverequest_by_user"),
            models.Index(
                fields=["region_code", "asked_at"],
                name="leaverequest_open",
                condition=models.Q(state__in=["asked", "supported"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.starts_on}–{self.ends_on}"
