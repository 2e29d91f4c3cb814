"""办件: drafts and cases. All but drafts are written by the pen only."""

from django.db import models
from django.db.models.fields.json import KeyTransform

from yichuang.records.cases.models.words import CaseState, Channel, case_outcomes
from yichuang.records.catalogue.models import CaseKind, Item, ItemVersion
from yichuang.records.cell import Cell, CellForeignKey, in_cell, unique_in_cell
from yichuang.records.org.models import Department, User


class Draft(Cell):
    """暂存: an application being filled in. No legal state, no ledger."""

    owner = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name="填写人")
    item_version = models.ForeignKey(ItemVersion, models.PROTECT, related_name="+", verbose_name="事项版本")
    situation = models.CharField("情形", max_length=40, blank=True)
    applicant = models.JSONField("申请人信息", default=dict)
    form = models.JSONField("表单", default=dict)
    materials = models.JSONField("材料", default=dict)
    channel = models.CharField("办理形式", max_length=8, choices=Channel.choices)
    created_at = models.DateTimeField("建立时间")
    changed_at = models.DateTimeField("修改时间")
    case_no = models.CharField("办件编号", max_length=20, blank=True)

    class Meta:
        verbose_name = "申请草稿"
        constraints = [unique_in_cell("draft_id_in_cell", "id")]
        indexes = [models.Index(fields=["region_code", "owner"], name="draft_by_owner")]

    def __str__(self) -> str:
        return str(self.id)


class Case(Cell):
    """办件: one application and what became of it. Dates are caches that doctor re-derives from the ledger."""

    no = models.CharField("办件编号", max_length=20)
    state = models.CharField("状态", max_length=12, choices=CaseState.choices)
    outcome = models.CharField("办理结果", max_length=12, choices=case_outcomes, blank=True)
    kind = models.CharField("办件类型", max_length=10, choices=CaseKind.choices)
    channel = models.CharField("办理形式", max_length=8, choices=Channel.choices)
    item = models.ForeignKey(Item, models.PROTECT, related_name="+", db_index=False, verbose_name="事项")
    item_version = models.ForeignKey(
        ItemVersion, models.PROTECT, related_name="+", db_index=False, verbose_name="事项版本"
    )
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="+", db_index=False, verbose_name="承办部门"
    )
    applicant_id = models.UUIDField("申请人")
    applicant = in_cell("applicants.Applicant", "applicant_id", "cases")
    applicant_name = models.CharField("申请人姓名或名称", max_length=100)
    owner = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="网上申报人"
    )
    agent = models.JSONField("代理人", default=dict)
    situation = models.CharField("情形", max_length=40, blank=True)
    profile = models.CharField("适用规范", max_length=40)
    terms = models.JSONField("时限快照")
    form = models.JSONField("申请表单")
    handler = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="经办人"
    )
    clerk = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="收件人")
    submitted_at = models.DateTimeField("提交时间")
    received_on = models.DateField("收件日期")
    answer_by = models.DateField("答复是否受理的期限", null=True)
    correction_due_on = models.DateField("补正期限", null=True)
    accepted_on = models.DateField("受理日期", null=True)
    deemed = models.BooleanField("视为受理", default=False)
    due_on = models.DateField("法定到期日", null=True)
    promised_due_on = models.DateField("承诺到期日", null=True)
    light_on = models.DateField("亮灯到期日", null=True)
    warn_on = models.DateField("临期日", null=True)
    provisional = models.BooleanField("日期暂定", default=False)
    calendar_version = models.CharField("日历版本", max_length=40, blank=True)
    paused = models.BooleanField("计时中止", default=False)
    pause_kind = models.CharField("特殊环节", max_length=24, blank=True)
    extension_days = models.PositiveSmallIntegerField("延期天数", default=0)
    prereviewed_on = models.DateField("预审日期", null=True)
    decided_on = models.DateField("决定日期", null=True)
    issued_on = models.DateField("出证日期", null=True)
    certificate_by = models.DateField("送达期限", null=True)
    closed_on = models.DateField("办结日期", null=True)
    tolerance_by = models.DateField("容缺补齐期限", null=True)
    payment_by = models.DateField("缴费期限", null=True)
    expedited = models.BooleanField("绿色通道", default=False)
    undertaken = models.BooleanField("告知承诺", default=False)
    version = models.PositiveIntegerField("版本", default=1)
    ledger_seq = models.PositiveIntegerField("账目序号", default=1)
    ledger_hash = models.CharField("账目哈希", max_length=64)

    PRIVATE = frozenset({"applicant_name", "agent", "form"})

    class Meta:
        verbose_name = "办件"
        constraints = [
            unique_in_cell("case_id_in_cell", "id"),
            unique_in_cell("case_no_once", "no"),
            CellForeignKey(column="applicant_id", to="applicants.Applicant", name="case_applicant_fk"),
        ]
        indexes = [
            models.Index(
                fields=["region_code", "department", "light_on", "id"],
                name="case_worklist",
                condition=~models.Q(state="closed"),
            ),
            models.Index(fields=["region_code", "applicant_id"], name="case_by_applicant"),
            models.Index(
                fields=["region_code", "owner"], name="case_by_owner", condition=models.Q(owner__isnull=False)
            ),
            models.Index(
                fields=["region_code", "answer_by"], name="case_by_answer", condition=models.Q(state="received")
            ),
            models.Index(fields=["region_code", "submitted_at"], name="case_by_time"),
            models.Index(
                fields=["region_code", "tolerance_by"],
                name="case_outstanding",
                condition=models.Q(tolerance_by__isnull=False),
            ),
            models.Index(fields=["region_code", "id"], name="case_green", condition=models.Q(expedited=True)),
            models.Index(
                models.F("region_code"),
                KeyTransform("user_id", "agent"),
                name="case_by_proxy",
                condition=models.Q(agent__has_key="user_id"),
            ),
        ]

    def __str__(self) -> str:
        return self.no
