"""Places (大厅、分厅、窗口): hall → sub-hall → window → domain, and when they are open. Edited with save()."""

from uuid import UUID

from django.db import models

from yichuang.records.ids import new_id


class HallKind(models.TextChoices):
    """大厅种类."""

    MAIN = "main", "综合大厅"
    SUB = "sub", "分厅"
    COMMUNITY = "community", "便民服务站点"
    SELF_SERVICE = "self_service", "24小时自助区"


class Domain(models.TextChoices):
    """办理领域: what a comprehensive window or a sub-hall is for (辽源方案二（四）)."""

    INVESTMENT = "investment", "投资项目"
    REGISTRATION = "registration", "商事登记"
    SOCIAL = "social", "社会事务"
    UTILITIES = "utilities", "公用事业"
    SECURITY = "security", "公安及其他"
    REAL_ESTATE = "real_estate", "不动产"
    EMPLOYMENT = "employment", "就业"
    TRAFFIC = "traffic", "交警"
    PENSIONS = "pensions", "社保"
    MEDICAL = "medical", "医保"
    HOUSING_FUND = "housing_fund", "公积金"
    ISSUING = "issuing", "统一出件"


class WindowState(models.TextChoices):
    """窗口状态."""

    CLOSED = "closed", "未开放"
    OPEN = "open", "办理中"
    PAUSED = "paused", "暂停服务"


def hall_kinds() -> list[tuple[str, str]]:
    """Return the kinds of halls as a function, so that a new one needs no migration."""
    return HallKind.choices


def domains() -> list[tuple[str, str]]:
    """Return the domains."""
    return Domain.choices


def window_states() -> list[tuple[str, str]]:
    """Return how a window may stand."""
    return WindowState.choices


class Hall(models.Model):
    """大厅: a centre's hall, a sub-hall (分厅), a community point or a self-service room."""

    id = models.UUIDField("标识", primary_key=True, default=new_id, editable=False)
    centre = models.ForeignKey("org.Centre", models.PROTECT, verbose_name="中心")
    region_code = models.CharField("区划代码", max_length=12, editable=False)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, verbose_name="上级大厅")
    slug = models.SlugField("网址短名", max_length=40, unique=True)
    name = models.CharField("名称", max_length=60)
    kind = models.CharField("种类", max_length=16, choices=hall_kinds)
    address = models.CharField("地址", max_length=120, blank=True)
    phone = models.CharField("电话", max_length=40, blank=True)
    opens = models.TimeField("开门", default="09:00")
    closes = models.TimeField("关门", default="17:00")
    around_the_clock = models.BooleanField("24小时", default=False)
    walk_minutes = models.PositiveSmallIntegerField("居民步行最远（分钟）", null=True, blank=True)
    longitude = models.DecimalField("经度", max_digits=9, decimal_places=6, null=True, blank=True)
    latitude = models.DecimalField("纬度", max_digits=9, decimal_places=6, null=True, blank=True)
    notice = models.CharField("滚动通知", max_length=200, blank=True)
    voice_from = models.TimeField("语音叫号起", default="08:30")
    voice_until = models.TimeField("语音叫号止", default="18:00")

    centre_id: UUID

    class Meta:
        verbose_name = "大厅"

    def __str__(self) -> str:
        return self.name


class ServiceLine(models.Model):
    """业务队列: what one may queue for; its letter begins the queue numbers, its domain is what it serves."""

    id = models.UUIDField("标识", primary_key=True, default=new_id, editable=False)
    hall = models.ForeignKey(Hall, models.PROTECT, related_name="lines", verbose_name="大厅")
    prefix = models.CharField("号码字母", max_length=2)
    name = models.CharField("名称", max_length=30)
    note = models.CharField("说明", max_length=60, blank=True)
    domain = models.CharField("办理领域", max_length=16, choices=domains)
    rank = models.PositiveSmallIntegerField("显示次序", default=0)
    departments = models.ManyToManyField("org.Department", verbose_name="受理部门", blank=True)
    items = models.ManyToManyField("catalogue.Item", verbose_name="指定事项", blank=True)

    hall_id: UUID

    class Meta:
        verbose_name = "业务队列"
        ordering = ["rank", "prefix"]
        constraints = [models.UniqueConstraint(fields=["hall", "prefix"], name="line_prefix_once")]

    def __str__(self) -> str:
        return f"{self.prefix} {self.name}"


class HallWindow(models.Model):
    """大厅窗口: a window where it stands, what it serves, and whether it is served now."""

    id = models.UUIDField("标识", primary_key=True, default=new_id, editable=False)
    hall = models.ForeignKey(Hall, models.PROTECT, related_name="windows", verbose_name="大厅")
    window = models.OneToOneField("org.Window", models.PROTECT, related_name="place", verbose_name="窗口")
    lines = models.ManyToManyField(ServiceLine, verbose_name="办理队列", blank=True)
    state = models.CharField("状态", max_length=8, choices=window_states, default=WindowState.CLOSED)
    clerk = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+", verbose_name="窗口人员")
    since = models.DateTimeField("状态起始", null=True)
    priority_run = models.PositiveSmallIntegerField("连续优先叫号数", default=0)

    hall_id: UUID
    window_id: UUID
    clerk_id: UUID | None

    class Meta:
        verbose_name = "大厅窗口"

    def __str__(self) -> str:
        return str(self.window)


class WeekendShift(models.Model):
    """周末轮班: a window that is open on a day that is no working day. Clocks of cases take no notice of it."""

    id = models.UUIDField("标识", primary_key=True, default=new_id, editable=False)
    hall_window = models.ForeignKey(HallWindow, models.CASCADE, related_name="shifts", verbose_name="窗口")
    day = models.DateField("日期")
    opens = models.TimeField("开门", default="09:00")
    closes = models.TimeField("关门", default="16:00")

    class Meta:
        verbose_name = "周末轮班"
        constraints = [models.UniqueConstraint(fields=["hall_window", "day"], name="weekend_shift_once")]

    def __str__(self) -> str:
        return f"{self.day} {self.hall_window}"


class AppointmentSlot(models.Model):
    """预约时段: how many may come, on a weekday and hour, for a line; for one item or one window where named."""

    id = models.UUIDField("标识", primary_key=True, default=new_id, editable=False)
    line = models.ForeignKey(ServiceLine, models.PROTECT, related_name="slots", verbose_name="业务队列")
    item = models.ForeignKey("catalogue.Item", models.PROTECT, null=True, blank=True, verbose_name="事项")
    hall_window = models.ForeignKey(HallWindow, models.PROTECT, null=True, blank=True, verbose_name="窗口")
    weekday = models.PositiveSmallIntegerField("星期", help_text="1 为周一，7 为周日")
    starts = models.TimeField("起")
    ends = models.TimeField("止")
    places = models.PositiveSmallIntegerField("名额")

    line_id: UUID
    item_id: UUID | None

    class Meta:
        verbose_name = "预约时段"
        ordering = ["weekday", "starts"]

    def __str__(self) -> str:
        return f"{self.line} {self.weekday} {self.starts:%H:%M}"
