"""代岗与授权: absences, delegations, what departments granted their windows, who may act for an organisation.

Who may sign hangs on these rows: acts write them, each in the chain of its centre's book (人员授权簿); nothing is
deleted. AuthorisedPerson hangs on the chain of the organisation's account.
"""

from uuid import UUID

from django.db import models

from yichuang.records.cell import Cell, unique_in_cell
from yichuang.records.org.models.organisation import Department, OrgRow, User

SUBJECT = "staff"  # whose chain the entries about stand-ins and granted powers belong to


class StaffBook(Cell):
    """人员授权簿: the chain of one centre on which absences, delegations and granted powers are filed."""

    version = models.PositiveIntegerField("版本", default=1)
    ledger_seq = models.PositiveIntegerField("账目序号", default=1)
    ledger_hash = models.CharField("账目哈希", max_length=64)

    class Meta:
        verbose_name = "人员授权簿"
        constraints = [unique_in_cell("staffbook_id_in_cell", "id"), unique_in_cell("staffbook_once")]

    def __str__(self) -> str:
        return self.region_code


class Booked(OrgRow):
    """Base of rows that stand in a centre's book; the pen writes them, it knows them by the region."""

    region_code = models.CharField("区划代码", max_length=12, editable=False)

    #: Columns that may hold personal data: they go to the erasable payload, as in a Cell.
    PRIVATE: frozenset[str] = frozenset()

    class Meta:
        abstract = True


class Absence(Booked):
    """请假: somebody is away from a day to a day; who stands in, and whether the centre agreed to him."""

    user = models.ForeignKey(User, models.PROTECT, related_name="absences", verbose_name="人员")
    starts_on = models.DateField("起")
    ends_on = models.DateField("止")
    reason = models.CharField("事由", max_length=200)
    stand_in = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="代岗人", help_text="空则由B岗顶岗"
    )
    consented_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="中心同意人"
    )
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    noted_at = models.DateTimeField("登记时间")
    struck_on = models.DateField("撤销日期", null=True, blank=True, help_text="还没有开始就取消的")

    user_id: UUID
    PRIVATE = frozenset({"reason"})

    class Meta:
        verbose_name = "请假"
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="absence_has_days")
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.starts_on}–{self.ends_on}"


class Delegation(Booked):
    """授权代办: a leader lets an officer sign named acts, of all items or some, for a span, in writing."""

    giver = models.ForeignKey(User, models.PROTECT, related_name="given", verbose_name="授权人")
    taker = models.ForeignKey(User, models.PROTECT, related_name="taken", verbose_name="被授权人")
    verbs = models.JSONField("授权事项（行为）", default=list)
    items = models.JSONField("限于事项", default=list, help_text="事项标识；空则不限")
    starts_on = models.DateField("起")
    ends_on = models.DateField("止")
    basis = models.CharField("书面依据", max_length=200)
    signed_on = models.DateField("书面依据的日期", null=True)
    noted_at = models.DateTimeField("登记时间")
    struck_on = models.DateField("撤销日期", null=True, blank=True, help_text="还没有开始就收回的")

    giver_id: UUID

    class Meta:
        verbose_name = "授权代办"
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="delegation_has_days")
        ]

    def __str__(self) -> str:
        return f"{self.giver} → {self.taker}"


class WindowGrant(Booked):
    """窗口授权: a power that a department granted its window, in writing, from a day on."""

    department = models.ForeignKey(Department, models.PROTECT, related_name="window_grants", verbose_name="部门")
    power = models.CharField("权力", max_length=24)
    basis = models.CharField("授权书", max_length=200)
    starts_on = models.DateField("起")
    ends_on = models.DateField("止", null=True, blank=True)

    class Meta:
        verbose_name = "窗口授权"
        constraints = [
            models.UniqueConstraint(
                fields=["department", "power"], condition=models.Q(ends_on=None), name="window_power_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.department} {self.power}"


class AuthorisedPerson(OrgRow):
    """单位办事人员: who may apply in an organisation's name, to what extent, until when."""

    user = models.ForeignKey(User, models.CASCADE, related_name="authorised", verbose_name="办事人员")
    organisation = models.CharField("单位名称", max_length=100)
    uscc = models.CharField("统一社会信用代码", max_length=18)
    legal_person = models.CharField("法定代表人", max_length=60, blank=True)
    scope = models.JSONField("授权范围", default=list)
    starts_on = models.DateField("起")
    ends_on = models.DateField("止", null=True, blank=True)

    user_id: UUID

    class Meta:
        verbose_name = "单位办事人员"
        constraints = [models.UniqueConstraint(fields=["user", "uscc"], name="authorised_person_once")]

    def __str__(self) -> str:
        return f"{self.user} {self.organisation}"
