"""办件: drafts, cases, materials, clock events and stages. All but drafts are written by the pen only."""

from django.db import models

from yichuang.records.catalogue.models import CaseKind, Item, ItemVersion
from yichuang.records.cell import Cell, CellForeignKey, in_cell, unique_in_cell
from yichuang.records.org.models import Department, User
from yichuang.rules.facts import FactKind


class CaseState(models.TextChoices):
    """办件状态. 收件≠受理≠决定≠办结."""

    RECEIVED = "received", "已收件"
    CORRECTING = "correcting", "待补正"
    ACCEPTED = "accepted", "已受理"
    REVIEWING = "reviewing", "审查中"
    VERIFYING = "verifying", "待核准"
    DECIDING = "deciding", "待决定"
    DECIDED = "decided", "已决定"
    ISSUED = "issued", "待领取"
    CLOSED = "closed", "办结"


class CaseOutcome(models.TextChoices):
    """办理结果."""

    GRANTED = "granted", "准予"
    DENIED = "denied", "不予许可"
    NOT_NEEDED = "not_needed", "不受理"
    REFUSED = "refused", "不予受理"
    WITHDRAWN = "withdrawn", "申请人撤回"


class Channel(models.TextChoices):
    """办理形式 (GB/T 39046 A.5)."""

    WINDOW = "window", "窗口"
    ONLINE = "online", "网上"
    MOBILE = "mobile", "移动端"
    KIOSK = "kiosk", "自助终端"


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
    outcome = models.CharField("办理结果", max_length=12, choices=CaseOutcome.choices, blank=True)
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
        ]

    def __str__(self) -> str:
        return self.no


class MaterialVerdict(models.TextChoices):
    """材料核对结论."""

    UNSEEN = "unseen", "未看"
    OK = "ok", "符合"
    CORRECT = "correct", "补正"
    DEFERRED = "deferred", "容缺"


class CasePart(Cell):
    """Base of rows that belong to one case."""

    case_id = models.UUIDField("办件")

    class Meta:
        abstract = True


class Material(CasePart):
    """申请材料 of a case: one row per requirement of the item version."""

    case = in_cell("cases.Case", "case_id", "materials")
    key = models.CharField("材料标识", max_length=40)
    name = models.CharField("名称", max_length=200)
    required = models.BooleanField("必要", default=True)
    position = models.PositiveSmallIntegerField("序号")
    verdict = models.CharField("核对结论", max_length=10, choices=MaterialVerdict.choices)
    defect = models.CharField("问题", max_length=500, blank=True)
    files = models.JSONField("附件", default=list)
    originals = models.PositiveSmallIntegerField("原件份数", default=0)
    copies = models.PositiveSmallIntegerField("复印件份数", default=0)

    PRIVATE = frozenset({"name", "defect", "files"})

    class Meta:
        verbose_name = "申请材料"
        constraints = [
            unique_in_cell("material_id_in_cell", "id"),
            unique_in_cell("material_key_once", "case_id", "key"),
            CellForeignKey(column="case_id", to="cases.Case", name="material_case_fk"),
        ]

    def __str__(self) -> str:
        return self.name


class ClockEvent(CasePart):
    """计时事实: the dated facts a clock is folded from."""

    case = in_cell("cases.Case", "case_id", "clock_events")
    seq = models.PositiveSmallIntegerField("序号")
    kind = models.CharField("事实", max_length=24, choices=[(kind.value, kind.value) for kind in FactKind])
    on = models.DateField("日期")
    pause = models.CharField("特殊环节", max_length=24, blank=True)
    days = models.PositiveSmallIntegerField("天数", default=0)
    by = models.CharField("批准人职务", max_length=24, blank=True)

    class Meta:
        verbose_name = "计时事实"
        constraints = [
            unique_in_cell("clock_event_id_in_cell", "id"),
            unique_in_cell("clock_event_seq_once", "case_id", "seq"),
            CellForeignKey(column="case_id", to="cases.Case", name="clock_event_case_fk"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class StageKind(models.TextChoices):
    """环节."""

    REFUSAL = "refusal", "不予受理审核"
    REVIEW = "review", "审查"
    VERIFICATION = "verification", "核准"
    DECISION = "decision", "决定"


class Conclusion(models.TextChoices):
    """环节结论."""

    PENDING = "", "待办"
    AGREE = "agree", "同意"
    DISAGREE = "disagree", "不同意"


class Stage(CasePart):
    """环节: one piece of work of a case at a department."""

    case = in_cell("cases.Case", "case_id", "stages")
    kind = models.CharField("环节", max_length=14, choices=StageKind.choices)
    department = models.ForeignKey(Department, models.PROTECT, related_name="+", db_index=False, verbose_name="部门")
    assignee = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="经办人"
    )
    opened_at = models.DateTimeField("到达时间")
    due_on = models.DateField("环节期限", null=True)
    done_at = models.DateTimeField("完成时间", null=True)
    conclusion = models.CharField("结论", max_length=10, choices=Conclusion.choices, blank=True)
    opinion = models.TextField("意见", blank=True)
    checks = models.JSONField("审查要点核对", default=list)

    PRIVATE = frozenset({"opinion", "checks"})

    class Meta:
        verbose_name = "环节"
        constraints = [
            unique_in_cell("stage_id_in_cell", "id"),
            CellForeignKey(column="case_id", to="cases.Case", name="stage_case_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "case_id"], name="stage_by_case"),
            models.Index(
                fields=["region_code", "department", "kind", "due_on"],
                name="stage_open",
                condition=models.Q(done_at__isnull=True),
            ),
            models.Index(
                fields=["region_code", "assignee"], name="stage_done_by", condition=models.Q(done_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
