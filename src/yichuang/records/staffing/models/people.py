"""人员档案: who was sent to the window by whom, how old, how long at work; rotation; the appraisal at the end."""

from uuid import UUID

from django.db import models

from yichuang.records.cell import Cell, unique_in_cell
from yichuang.records.staffing.models.points import ServicePoint


class Employment(models.TextChoices):
    """人员性质: how somebody is employed; his personnel relation stays with the unit that sent him."""

    CIVIL_SERVANT = "civil_servant", "公务员"
    INSTITUTION = "institution", "事业编制人员"
    CLERICAL = "clerical", "政府聘用文职人员"
    CONTRACT = "contract", "合同制人员"


class StaffFile(Cell):
    """人员档案: one person of a centre's windows."""

    user = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="人员")
    birth_cipher = models.TextField("出生日期密文")
    work_since = models.DateField("参加工作日期", null=True)
    employment = models.CharField("人员性质", max_length=16, choices=Employment.choices)
    home_unit = models.CharField("派出单位", max_length=80)
    entered_on = models.DateField("进驻时间")
    heads_section = models.BooleanField("承担审批业务科室负责人", default=False)
    badge_no = models.CharField("工号", max_length=12, blank=True, help_text="工作牌（胸牌）上的号码")
    point = models.ForeignKey(
        ServicePoint, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="进驻的社区"
    )
    kept_by = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="登记人")
    kept_at = models.DateTimeField("登记时间")

    user_id: UUID
    point_id: UUID | None
    PRIVATE = frozenset({"birth_cipher", "work_since"})

    class Meta:
        verbose_name = "人员档案"
        constraints = [
            unique_in_cell("stafffile_id_in_cell", "id"),
            unique_in_cell("stafffile_once", "user"),
            models.UniqueConstraint(
                fields=["region_code", "badge_no"], name="stafffile_badge_once", condition=~models.Q(badge_no="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.region_code} {self.user_id}"


class Rotation(Cell):
    """轮岗计划: from when to when somebody changes between the hall and his home bureau."""

    user = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="人员")
    to_hall = models.BooleanField("轮到大厅", default=True, help_text="否则轮回派出单位")
    starts_on = models.DateField("起")
    ends_on = models.DateField("止")
    place = models.CharField("轮岗去处", max_length=80)
    planned_by = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="经办人")
    planned_at = models.DateTimeField("登记时间")

    user_id: UUID

    class Meta:
        verbose_name = "轮岗计划"
        constraints = [
            unique_in_cell("rotation_id_in_cell", "id"),
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="rotation_has_days"),
        ]
        indexes = [models.Index(fields=["region_code", "user"], name="rotation_by_user")]

    def __str__(self) -> str:
        return f"{self.place} {self.starts_on}"


class Appraisal(Cell):
    """工作鉴定: what the centre certifies at the end of a posting; a numbered paper, its fields frozen."""

    user = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="人员")
    posting_id = models.UUIDField("任岗")
    no = models.CharField("文号", max_length=40)
    on = models.DateField("日期")
    template = models.CharField("模板版本", max_length=40)
    fields = models.JSONField("内容")
    drawn_at = models.DateTimeField("编号时间")
    signed_by = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="签发人")

    user_id: UUID
    PRIVATE = frozenset({"fields"})
    kind = "appraisal"

    class Meta:
        verbose_name = "工作鉴定"
        constraints = [
            unique_in_cell("appraisal_id_in_cell", "id"),
            unique_in_cell("appraisal_no_once", "no"),
            unique_in_cell("appraisal_once", "posting_id"),
        ]

    def __str__(self) -> str:
        return self.no


class BackContact(Cell):
    """后台接待: an officer behind the window met an applicant; on whose arrangement, or on none."""

    user = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="接待人")
    department = models.ForeignKey(
        "org.Department", models.PROTECT, related_name="+", db_index=False, verbose_name="部门"
    )
    on = models.DateField("日期")
    case_no = models.CharField("办件编号", max_length=20, blank=True)
    arrangement = models.CharField("安排（何人、文号）", max_length=120, blank=True)
    words = models.CharField("事由", max_length=200)
    noted_by = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="登记人")
    noted_at = models.DateTimeField("登记时间")

    user_id: UUID
    department_id: UUID
    PRIVATE = frozenset({"words"})

    class Meta:
        verbose_name = "后台接待"
        constraints = [unique_in_cell("backcontact_id_in_cell", "id")]
        indexes = [models.Index(fields=["region_code", "on"], name="backcontact_by_day")]

    def __str__(self) -> str:
        return f"{self.on} {self.case_no}"
