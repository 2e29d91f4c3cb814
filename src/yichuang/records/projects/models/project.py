"""投资项目: the project, its stages, the cases in them, and what is done together. Written by the pen only."""

from uuid import UUID

from django.db import models

from yichuang.records.cell import Cell, CellForeignKey, in_cell, unique_in_cell
from yichuang.records.org.models import Department, User

SUBJECT = "project"  # whose chain the entries belong to


class CooperationKind(models.TextChoices):
    """协同种类: what an agent asks or notes, and what departments do together in a stage."""

    NOTE = "note", "代办记录"
    COORDINATION = "coordination", "提请协调"
    URGING = "urging", "催办"
    APPROVAL = "approval", "联合审批"
    DRAWING = "drawing", "联合图审"
    ASSESSMENT = "assessment", "联合评估"
    SITE_VISIT = "site_visit", "联合踏勘"
    MEASUREMENT = "measurement", "联合测量"
    COMPLETION = "completion", "联合验收"


def cooperation_kinds() -> list[tuple[str, str]]:
    """Return the kinds as a function, so that a new one needs no migration."""
    return CooperationKind.choices


class Project(Cell):
    """投资项目: from its registration to the acceptance of the works; its cases are links."""

    code = models.CharField("项目代码", max_length=24)
    name = models.CharField("项目名称", max_length=200)
    nature = models.CharField("项目性质", max_length=24)
    place = models.CharField("建设地点", max_length=200, blank=True)
    content = models.CharField("建设内容和规模", max_length=500, blank=True)
    investment = models.PositiveIntegerField("总投资（万元）", default=0)
    applicant_name = models.CharField("项目单位", max_length=100)
    uscc = models.CharField("项目单位统一社会信用代码", max_length=18, blank=True, default="")
    owner = models.ForeignKey(User, models.PROTECT, related_name="+", db_index=False, verbose_name="申报人")
    profile = models.CharField("适用规范", max_length=40)
    registered_at = models.DateTimeField("登记时间")
    finished_on = models.DateField("全部完成日期", null=True)
    agent = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="代办员")
    agent_named_on = models.DateField("委托代办日期", null=True)
    agent_scope = models.JSONField("代办权限", null=True)
    agent_until = models.DateField("代办截止日期", null=True)
    version = models.PositiveIntegerField("版本", default=1)
    ledger_seq = models.PositiveIntegerField("账目序号", default=1)
    ledger_hash = models.CharField("账目哈希", max_length=64)

    owner_id: UUID
    agent_id: UUID | None
    PRIVATE = frozenset({"name", "place", "content", "applicant_name"})

    class Meta:
        verbose_name = "投资项目"
        constraints = [unique_in_cell("project_id_in_cell", "id"), unique_in_cell("project_code_once", "code")]
        indexes = [
            models.Index(fields=["region_code", "owner"], name="project_by_owner"),
            models.Index(
                fields=["region_code", "agent"], name="project_by_agent", condition=models.Q(agent__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.code


class ProjectPart(Cell):
    """Base of rows that belong to one project."""

    project_id = models.UUIDField("投资项目")

    class Meta:
        abstract = True


class ProjectStage(ProjectPart):
    """项目阶段: the template's stage as it was on the day of registration, with the department that leads it."""

    project = in_cell("projects.Project", "project_id", "stages")
    key = models.CharField("阶段", max_length=24)
    position = models.PositiveSmallIntegerField("序号")
    lead = models.CharField("牵头部门", max_length=24)
    basis = models.CharField("依据", max_length=60)
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="+", db_index=False, verbose_name="本地牵头部门"
    )
    parallel = models.BooleanField("可并行", default=False)
    prereview = models.BooleanField("鼓励预审会审", default=False)
    finished_on = models.DateField("完成日期", null=True)
    finished_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="完成人"
    )

    department_id: UUID

    class Meta:
        verbose_name = "项目阶段"
        constraints = [
            unique_in_cell("project_stage_id_in_cell", "id"),
            unique_in_cell("project_stage_once", "project_id", "key"),
            CellForeignKey(column="project_id", to="projects.Project", name="project_stage_fk"),
        ]
        indexes = [models.Index(fields=["region_code", "department"], name="project_stage_by_lead")]

    def __str__(self) -> str:
        return self.key


class ProjectCase(ProjectPart):
    """项目办件: the link from a project down to a case, with the stage it belongs to."""

    project = in_cell("projects.Project", "project_id", "case_links")
    case_id = models.UUIDField("办件")
    case = in_cell("cases.Case", "case_id", "project_links")
    stage = models.CharField("阶段", max_length=24)
    leads = models.BooleanField("主办事项")
    added_on = models.DateField("加入日期")

    class Meta:
        verbose_name = "项目办件"
        constraints = [
            unique_in_cell("project_case_id_in_cell", "id"),
            unique_in_cell("project_case_once", "case_id"),
            CellForeignKey(column="project_id", to="projects.Project", name="project_case_project_fk"),
            CellForeignKey(column="case_id", to="cases.Case", name="project_case_case_fk"),
        ]
        indexes = [models.Index(fields=["region_code", "project_id"], name="project_case_by_project")]

    def __str__(self) -> str:
        return f"{self.stage} {self.case_id}"


class Cooperation(ProjectPart):
    """协同事项: a note or request of the agent, or one department's share of what several do together."""

    project = in_cell("projects.Project", "project_id", "cooperation")
    round_id = models.UUIDField("批次")
    kind = models.CharField("种类", max_length=16, choices=cooperation_kinds)
    stage = models.CharField("阶段", max_length=24)
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="部门"
    )
    words = models.TextField("内容")
    place = models.CharField("地点", max_length=200, blank=True)
    held_on = models.DateField("时间", null=True)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+", db_index=False, verbose_name="提出人")
    asked_at = models.DateTimeField("提出时间")
    due_on = models.DateField("答复期限", null=True)
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="答复人"
    )
    answered_at = models.DateTimeField("答复时间", null=True)
    answer = models.TextField("答复", blank=True)

    department_id: UUID | None
    PRIVATE = frozenset({"words", "place", "answer"})

    class Meta:
        verbose_name = "协同事项"
        constraints = [
            unique_in_cell("cooperation_id_in_cell", "id"),
            CellForeignKey(column="project_id", to="projects.Project", name="cooperation_project_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "project_id"], name="cooperation_by_project"),
            models.Index(
                fields=["region_code", "department", "due_on"],
                name="cooperation_open",
                condition=models.Q(answered_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
