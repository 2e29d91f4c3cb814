"""组织: regions, centres, departments, windows, people and their postings. Reference tables, edited with save()."""

from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractUser
from django.db import models

from yichuang.records.ids import new_id


class Level(models.IntegerChoices):
    """行使层级 (GB/T 39046 A.2)."""

    NATION = 1, "国家级"
    PROVINCE = 2, "省级"
    CITY = 3, "市级"
    COUNTY = 4, "县级"
    TOWN = 5, "镇（乡、街道）级"
    VILLAGE = 6, "村（社区）级"


class Role(models.TextChoices):
    """What a post may do (岗位职责). The words are those of the norms."""

    WINDOW_CLERK = "window_clerk", "窗口人员"
    CHIEF_REPRESENTATIVE = "chief_representative", "首席代表"
    REVIEWER = "reviewer", "审查人"
    VERIFIER = "verifier", "核准人"
    DEPUTY_HEAD = "deputy_head", "分管负责人"
    MAIN_HEAD = "main_head", "主要负责人"
    AGENCY_HEAD = "agency_head", "本行政机关负责人"
    GOVERNMENT_HEAD = "government_head", "本级人民政府负责人"
    SUPERVISOR = "supervisor", "监察人员"
    CENTRE_MANAGER = "centre_manager", "中心主任"
    SYSTEM_ADMIN = "system_admin", "系统管理员"
    AUDITOR = "auditor", "审计员"
    LEGAL_OFFICER = "legal_officer", "法制审核人员"
    ARCHIVIST = "archivist", "档案管理员"
    COMMUNITY = "community_committee", "社区党工委"


def roles() -> list[tuple[str, str]]:
    """Return what posts may do as a function, so that a new one needs no migration."""
    return Role.choices


class FactsVersion(models.Model):
    """One row, raised whenever organisation, catalogue or calendar changes: the pen's guard compares it."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = "组织事实版本"

    def __str__(self) -> str:
        return str(self.version)


def raise_facts_version() -> None:
    """Tell every process that its picture of organisation, catalogue and calendar is old."""
    if not FactsVersion.objects.filter(pk=1).update(version=models.F("version") + 1):
        FactsVersion.objects.get_or_create(pk=1, defaults={"version": 1})


class OrgRow(models.Model):
    """Base of reference rows: saving one raises the facts version."""

    id = models.UUIDField("标识", primary_key=True, default=new_id, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save and raise the facts version."""
        super().save(*args, **kwargs)
        raise_facts_version()

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete and raise the facts version."""
        answer = super().delete(*args, **kwargs)
        raise_facts_version()
        return answer


class Region(OrgRow):
    """行政区划."""

    code = models.CharField("区划代码", max_length=12, unique=True)
    name = models.CharField("名称", max_length=60)
    level = models.SmallIntegerField("层级", choices=Level.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, verbose_name="上级区划")

    class Meta:
        verbose_name = "行政区划"

    def __str__(self) -> str:
        return self.name


class Centre(OrgRow):
    """政务服务中心: the place whose cases carry its region and its number prefix."""

    region = models.OneToOneField(Region, models.PROTECT, verbose_name="区划")
    name = models.CharField("名称", max_length=60)
    prefix = models.CharField("办件编号前缀", max_length=6, unique=True)
    profile = models.CharField("适用规范", max_length=40)
    day_end = models.TimeField("业务时间截止", default="17:00")
    address = models.CharField("地址", max_length=120, blank=True)
    phone = models.CharField("咨询电话", max_length=40, blank=True)
    hours = models.CharField("办理时间", max_length=80, blank=True)

    class Meta:
        verbose_name = "政务服务中心"

    def __str__(self) -> str:
        return self.name


class Department(OrgRow):
    """进驻部门."""

    centre = models.ForeignKey(Centre, models.PROTECT, verbose_name="中心")
    slug = models.SlugField("英文短名", max_length=40)
    name = models.CharField("名称", max_length=60)
    short_name = models.CharField("简称", max_length=20)
    document_word = models.CharField("文书代字", max_length=8)
    uscc = models.CharField("统一社会信用代码", max_length=18, blank=True)
    profile = models.CharField("适用规范", max_length=40, blank=True, help_text="空则用中心的规范")
    review_authority = models.CharField("复议机关", max_length=60, blank=True)
    court = models.CharField("管辖法院", max_length=60, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    supervision_phone = models.CharField("监督电话", max_length=40, blank=True)

    centre_id: UUID

    class Meta:
        verbose_name = "部门"
        constraints = [models.UniqueConstraint(fields=["centre", "slug"], name="department_slug_once")]

    def __str__(self) -> str:
        return self.name


class Window(OrgRow):
    """窗口."""

    centre = models.ForeignKey(Centre, models.PROTECT, verbose_name="中心")
    no = models.CharField("窗口号", max_length=8)
    name = models.CharField("名称", max_length=40)
    comprehensive = models.BooleanField("综合窗口", default=True)
    departments = models.ManyToManyField(Department, verbose_name="受理部门", blank=True)

    centre_id: UUID

    class Meta:
        verbose_name = "窗口"
        constraints = [models.UniqueConstraint(fields=["centre", "no"], name="window_no_once")]

    def __str__(self) -> str:
        return f"{self.no} {self.name}"


class User(AbstractUser):
    """Everybody who logs in: staff and applicants (登录用户)."""

    id = models.UUIDField("标识", primary_key=True, default=new_id, editable=False)
    display_name = models.CharField("姓名", max_length=60)
    first_name = None
    last_name = None
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = "用户"

    def __str__(self) -> str:
        return self.display_name or self.username


class ApiToken(models.Model):
    """接口令牌: lets a program act for its user, within some scopes, until a day. Only its digest is kept."""

    id = models.UUIDField("标识", primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, models.CASCADE, related_name="tokens", verbose_name="用户")
    name = models.CharField("用途", max_length=60, blank=True)
    digest = models.CharField("令牌摘要", max_length=64, unique=True)
    scopes = models.JSONField("权限范围", default=list)
    created_at = models.DateTimeField("发放时间")
    expires_at = models.DateTimeField("失效时间")
    revoked_at = models.DateTimeField("吊销时间", null=True, blank=True)

    class Meta:
        verbose_name = "接口令牌"

    def __str__(self) -> str:
        return f"{self.user} {self.name}".strip()


class Posting(OrgRow):
    """任岗: who holds which post, where, from when to when, as A or B (AB岗)."""

    user = models.ForeignKey(User, models.PROTECT, related_name="postings", verbose_name="人员")
    role = models.CharField("岗位", max_length=24, choices=roles)
    centre = models.ForeignKey(Centre, models.PROTECT, verbose_name="中心")
    department = models.ForeignKey(Department, models.PROTECT, null=True, blank=True, verbose_name="部门")
    window = models.ForeignKey(Window, models.PROTECT, null=True, blank=True, verbose_name="窗口")
    starts_on = models.DateField("起")
    ends_on = models.DateField("止", null=True, blank=True)
    is_b = models.BooleanField("B岗", default=False, help_text="A岗不在时自动顶岗")
    replaces = models.ForeignKey("self", models.PROTECT, null=True, blank=True, verbose_name="更换何人的任岗")
    consented_on = models.DateField("中心同意日期", null=True, blank=True)

    class Meta:
        verbose_name = "任岗"

    def __str__(self) -> str:
        return f"{self.user} {self.get_role_display()}"


class HolidayNotice(OrgRow):
    """放假安排通知 imported by an administrator: it widens the published calendar."""

    year = models.PositiveSmallIntegerField("年度")
    profile = models.CharField("适用规范", max_length=40, default="cn")
    number = models.CharField("文号", max_length=60)
    off = models.JSONField("放假", help_text="日期到节日名称")
    on = models.JSONField("调休上班", help_text="日期到说明")
    imported_at = models.DateTimeField("导入时间")
    imported_by = models.CharField("导入人", max_length=60, blank=True, default="")

    class Meta:
        verbose_name = "放假安排通知"
        constraints = [models.UniqueConstraint(fields=["year", "profile"], name="notice_year_once")]

    def __str__(self) -> str:
        return f"{self.year} {self.number}"
