"""统计: all of it is worked out from the ledger again at any time, but registers by hand and subscriptions.

Nothing personal of an applicant is here.
"""

from django.db import models

from yichuang.records.cases.models import CasePart
from yichuang.records.cell import Cell, CellForeignKey, in_cell, unique_in_cell
from yichuang.records.following.place import LedgerPlace
from yichuang.records.statistics.trails.models import CaseTrail, TrailCell, TrailPlace
from yichuang.rules.statistics.periods import TITLES
from yichuang.rules.statistics.registers import KINDS

__all__ = [
    "CaseTrail", "CountPlace", "CountedCase", "CountedSum", "Mailing", "MailingState", "RegisterNote", "Rollup",
    "Subscription", "TrailCell", "TrailPlace",
]  # fmt: skip


def note_kinds() -> list[tuple[str, str]]:
    """Return what may be written into a register by hand."""
    return list(KINDS.items())


def period_kinds() -> list[tuple[str, str]]:
    """Return how often numbers may be sent."""
    return [(kind, f"每{words}") for kind, words in TITLES.items()]


class CountedCase(CasePart):
    """统计底账: one case as it is counted; `id` is that of the case. The list behind every number is read from it."""

    case = in_cell("cases.Case", "case_id", "counted")
    department_id = models.UUIDField("承办部门")
    item_id = models.UUIDField("事项")
    window_id = models.UUIDField("窗口", null=True)
    level = models.CharField("层级", max_length=4, blank=True)
    kind = models.CharField("办件类型", max_length=10)
    outcome = models.CharField("办理结果", max_length=12, blank=True)
    online = models.BooleanField("网上申请")
    visits = models.PositiveSmallIntegerField("到现场次数", null=True)
    received_on = models.DateField("收件日期")
    received_by = models.UUIDField("收件人", null=True)
    corrected = models.BooleanField("曾经告知补正")
    accepted_on = models.DateField("受理日期", null=True)
    accepted_by = models.UUIDField("受理人", null=True)
    deemed = models.BooleanField("视为受理")
    turned_away_on = models.DateField("不予受理日期", null=True)
    turned_away_by = models.UUIDField("不予受理的人员", null=True)
    withdrawn_on = models.DateField("撤回日期", null=True)
    decided_on = models.DateField("决定日期", null=True)
    closed_on = models.DateField("办结日期", null=True)
    closed_by = models.UUIDField("决定或者终结的人员", null=True)
    on_time = models.BooleanField("按时", null=True)
    early = models.BooleanField("提前", null=True)
    overdue_on = models.DateField("超时日期", null=True)
    extended = models.BooleanField("曾经延期")
    days = models.PositiveSmallIntegerField("办理工作日", null=True)
    statutory = models.PositiveSmallIntegerField("法定工作日", null=True)
    promised = models.PositiveSmallIntegerField("承诺工作日", null=True)
    rated_on = models.DateField("评价日期", null=True)
    grade = models.PositiveSmallIntegerField("满意度", null=True)
    certified_on = models.DateField("发证日期", null=True)
    electronic = models.BooleanField("电子证照")

    class Meta:
        verbose_name = "统计底账"
        constraints = [
            unique_in_cell("counted_id_in_cell", "id"),
            CellForeignKey(column="case_id", to="cases.Case", name="counted_case_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "received_on"], name="counted_by_receipt"),
            models.Index(fields=["region_code", "accepted_on"], name="counted_by_acceptance"),
            models.Index(fields=["region_code", "closed_on"], name="counted_by_closing"),
            models.Index(
                fields=["region_code", "overdue_on"],
                name="counted_overdue",
                condition=models.Q(overdue_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.case_id)


class CountedSum(CasePart):
    """统计底账金额: what a case brings to a sum on some day, more than once."""

    case = in_cell("cases.Case", "case_id", "counted_sums")
    measure = models.CharField("统计量", max_length=20)
    on = models.DateField("日期")
    amount = models.BigIntegerField("数额")

    class Meta:
        verbose_name = "统计底账金额"
        constraints = [
            unique_in_cell("counted_sum_id_in_cell", "id"),
            CellForeignKey(column="case_id", to="cases.Case", name="counted_sum_case_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "case_id"], name="counted_sum_by_case"),
            models.Index(fields=["region_code", "measure", "on"], name="counted_sum_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.on}"


class Rollup(Cell):
    """统计格: one sum of one day or month along one axis. The only thing that is read across regions."""

    grain = models.CharField("日月", max_length=1)
    on = models.DateField("日期")
    axis = models.CharField("维度", max_length=12)
    key = models.CharField("值", max_length=32, blank=True)
    measure = models.CharField("统计量", max_length=20)
    amount = models.BigIntegerField("数额")

    class Meta:
        verbose_name = "统计格"
        constraints = [
            unique_in_cell("rollup_id_in_cell", "id"),
            unique_in_cell("rollup_once", "grain", "axis", "on", "key", "measure"),
        ]
        indexes = [
            models.Index(fields=["region_code"], name="rollup_empty", condition=models.Q(amount=0)),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.axis} {self.measure}"


class CountPlace(LedgerPlace):
    """统计进度: up to where the cases have been counted."""

    EDITION = "3"

    class Meta:
        verbose_name = "统计进度"
        constraints = [unique_in_cell("count_place_id_in_cell", "id"), unique_in_cell("count_place_once")]


class RegisterNote(Cell):
    """登记台账: consultations, praise, banners, complaints by telephone and the like, as the desk writes them down."""

    kind = models.CharField("种类", max_length=12, choices=note_kinds)
    on = models.DateField("日期")
    number = models.PositiveIntegerField("数量")
    department = models.ForeignKey(
        "org.Department", models.PROTECT, null=True, blank=True, related_name="+", db_index=False, verbose_name="部门"
    )
    words = models.CharField("摘要", max_length=200, blank=True)
    noted_by = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="登记人",
        help_text="空的是从诉求登记的账目里来的",
    )  # fmt: skip
    noted_at = models.DateTimeField("登记时间")
    struck_at = models.DateTimeField("划去时间", null=True)

    class Meta:
        verbose_name = "登记台账"
        constraints = [unique_in_cell("note_id_in_cell", "id")]
        indexes = [models.Index(fields=["region_code", "on"], name="note_by_day")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"


class Subscription(Cell):
    """统计订阅: who is sent the numbers of each period when it is over."""

    email = models.EmailField("邮箱", max_length=120)
    name = models.CharField("收件人", max_length=40, blank=True)
    period = models.CharField("周期", max_length=8, choices=period_kinds)
    since = models.DateField("起")
    ended_at = models.DateTimeField("停止时间", null=True)
    made_by = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="订阅人")

    class Meta:
        verbose_name = "统计订阅"
        constraints = [unique_in_cell("subscription_id_in_cell", "id")]

    def __str__(self) -> str:
        return self.email


class MailingState(models.TextChoices):
    """发送状态."""

    SENDING = "sending", "正在发送"
    SENT = "sent", "已发送"
    FAILED = "failed", "发送失败，下次再发"


class Mailing(Cell):
    """统计邮件: one period sent to one subscriber, once."""

    subscription_id = models.UUIDField("订阅")
    subscription = in_cell("statistics.Subscription", "subscription_id", "mailings")
    first = models.DateField("期间第一日")
    state = models.CharField("状态", max_length=8, choices=MailingState.choices)
    at = models.DateTimeField("时间")
    fault = models.CharField("原因", max_length=200, blank=True)

    class Meta:
        verbose_name = "统计邮件"
        constraints = [
            unique_in_cell("mailing_id_in_cell", "id"),
            unique_in_cell("mailing_once", "subscription_id", "first"),
            CellForeignKey(column="subscription_id", to="statistics.Subscription", name="mailing_subscription_fk"),
        ]

    def __str__(self) -> str:
        return f"{self.first} {self.state}"
