"""诉求: inquiries, complaints, praise and hotline sheets, each with its own chain; and what was done about them."""

from uuid import UUID

from django.db import models

from yichuang.records.cell import Cell, CellForeignKey, in_cell, unique_in_cell

SUBJECT = "concern"  # whose chain the entries of a concern belong to
EVALUATION = "evaluate"  # and those of an evaluation


class ConcernKind(models.TextChoices):
    """诉求种类."""

    INQUIRY = "inquiry", "咨询"
    COMPLAINT = "complaint", "投诉"
    PRAISE = "praise", "表扬"


class ConcernSource(models.TextChoices):
    """诉求来源."""

    WEB = "web", "网上"
    WINDOW = "window", "窗口"
    PHONE = "phone", "电话"
    LETTER = "letter", "来信"
    HOTLINE = "hotline", "12345热线"


class ConcernState(models.TextChoices):
    """诉求状态."""

    FILED = "filed", "待受理"
    OPEN = "open", "办理中"
    REFERRED = "referred", "待接办"
    ANSWERED = "answered", "已答复"
    DONE = "done", "已办结"
    REFUSED = "refused", "不予受理"
    HANDED_BACK = "handed_back", "已退回热线"
    REGISTERED = "registered", "已登记"


class ConcernTarget(models.TextChoices):
    """诉求对象: what or whom a complaint is about."""

    NONE = "", "没有指明"
    ITEM = "item", "事项或者办件"
    WINDOW = "window", "窗口"
    PERSON = "person", "工作人员"
    DEPARTMENT = "department", "部门"


class Medium(models.TextChoices):
    """表扬形式."""

    NONE = "", "不是表扬"
    WORDS = "words", "口头或者网上表扬"
    CARD = "card", "表扬信（卡）"
    BANNER = "banner", "锦旗"


def concern_kinds() -> list[tuple[str, str]]:
    """Return the kinds."""
    return ConcernKind.choices


def concern_sources() -> list[tuple[str, str]]:
    """Return where they come from."""
    return ConcernSource.choices


def concern_states() -> list[tuple[str, str]]:
    """Return how they may stand."""
    return ConcernState.choices


def concern_targets() -> list[tuple[str, str]]:
    """Return what or whom a complaint may be about."""
    return ConcernTarget.choices


def media() -> list[tuple[str, str]]:
    """Return the forms of praise."""
    return Medium.choices


class Chained(Cell):
    """Base of what has a chain of its own."""

    version = models.PositiveIntegerField("账目版本", default=0)
    ledger_seq = models.PositiveIntegerField("账目序号", default=0)
    ledger_hash = models.CharField("账目哈希", max_length=64, blank=True)

    class Meta:
        abstract = True


class Concern(Chained):
    """诉求: one inquiry, complaint or word of praise. Who spoke is sealed; the code that opens it is only hashed."""

    no = models.CharField("编号", max_length=24)
    kind = models.CharField("种类", max_length=12, choices=concern_kinds)
    source = models.CharField("来源", max_length=12, choices=concern_sources)
    medium = models.CharField("表扬形式", max_length=12, choices=media, blank=True)
    state = models.CharField("状态", max_length=12, choices=concern_states)
    title = models.CharField("标题", max_length=100)
    words = models.CharField("内容", max_length=2000)
    name = models.TextField("姓名", blank=True)
    phone = models.TextField("电话", blank=True)
    anonymous = models.BooleanField("匿名", default=False)
    owner = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+", db_index=False)
    owner_id: UUID | None
    code_hash = models.CharField("查询码索引", max_length=64)
    department = models.ForeignKey("org.Department", models.PROTECT, null=True, related_name="+", db_index=False)
    department_id: UUID | None
    window = models.ForeignKey("org.Window", models.PROTECT, null=True, related_name="+", db_index=False)
    window_id: UUID | None
    target = models.CharField("诉求对象", max_length=12, choices=concern_targets, blank=True)
    target_department = models.ForeignKey(
        "org.Department", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="被投诉部门"
    )
    target_department_id: UUID | None
    target_window = models.ForeignKey(
        "org.Window", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="被投诉窗口"
    )
    target_window_id: UUID | None
    person_named = models.CharField("写明的人员", max_length=60, blank=True)
    person = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+", db_index=False)
    person_id: UUID | None
    item = models.ForeignKey("catalogue.Item", models.PROTECT, null=True, related_name="+", db_index=False)
    item_id: UUID | None
    case_no = models.CharField("办件编号", max_length=20, blank=True)
    about_no = models.CharField("关联诉求", max_length=24, blank=True)
    hotline_no = models.CharField("热线工单号", max_length=40, blank=True)
    first_asked = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+", db_index=False)
    filed_at = models.DateTimeField("提出时间")
    accepted_on = models.DateField("受理日期", null=True)
    due_on = models.DateField("期限", null=True)
    extended = models.BooleanField("已延长", default=False)
    answered_on = models.DateField("答复日期", null=True)
    answer = models.CharField("答复", max_length=2000, blank=True)
    satisfied = models.CharField("回访结果", max_length=12, blank=True)
    reopened = models.PositiveSmallIntegerField("再办次数", default=0)
    proposer = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+", db_index=False)
    proposer_id: UUID | None
    public_question = models.CharField("公开的问题", max_length=500, blank=True)
    public_answer = models.CharField("公开的答复", max_length=2000, blank=True)
    published_at = models.DateTimeField("公开时间", null=True)

    PRIVATE = frozenset(
        {
            "title", "words", "name", "phone", "code_hash", "answer", "public_question", "public_answer", "hotline_no",
            "person_named",
        }
    )  # fmt: skip

    class Meta:
        verbose_name = "诉求"
        constraints = [
            unique_in_cell("concern_id_in_cell", "id"),
            unique_in_cell("concern_no_once", "no"),
            models.UniqueConstraint(
                fields=["region_code", "hotline_no"], name="concern_hotline_once", condition=~models.Q(hotline_no="")
            ),
        ]
        indexes = [
            models.Index(fields=["region_code", "state", "due_on"], name="concern_by_state"),
            models.Index(fields=["region_code", "kind", "filed_at"], name="concern_by_time"),
            models.Index(
                fields=["region_code", "owner"], name="concern_by_owner", condition=models.Q(owner__isnull=False)
            ),
            models.Index(
                fields=["region_code", "item"], name="concern_public", condition=models.Q(published_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.no


class ConcernStep(Cell):
    """诉求办理的一步: who did what, for whom, with which words."""

    concern_id = models.UUIDField("诉求")
    concern = in_cell("feedback.Concern", "concern_id", "steps")
    verb = models.CharField("行为", max_length=40)
    officer = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+", db_index=False)
    officer_id: UUID | None
    department = models.ForeignKey("org.Department", models.PROTECT, null=True, related_name="+", db_index=False)
    window = models.ForeignKey("org.Window", models.PROTECT, null=True, related_name="+", db_index=False)
    window_id: UUID | None
    at = models.DateTimeField("时间")
    due_on = models.DateField("期限", null=True)
    result = models.CharField("结果", max_length=12, blank=True)
    words = models.CharField("内容", max_length=2000, blank=True)

    PRIVATE = frozenset({"words"})

    class Meta:
        verbose_name = "诉求办理步骤"
        constraints = [
            unique_in_cell("concern_step_id_in_cell", "id"),
            CellForeignKey(column="concern_id", to="feedback.Concern", name="concern_step_fk"),
        ]
        indexes = [models.Index(fields=["region_code", "concern_id"], name="concern_step_by_concern")]

    def __str__(self) -> str:
        return f"{self.verb} {self.at:%F}"


class HotlineReport(Cell):
    """热线回传: what the hotline is told of its sheet, in the order of ids; it pulls them."""

    concern_id = models.UUIDField("诉求")
    concern = in_cell("feedback.Concern", "concern_id", "reports")
    hotline_no = models.CharField("热线工单号", max_length=40)
    state = models.CharField("状态", max_length=12, choices=concern_states)
    words = models.CharField("情况", max_length=2000, blank=True)
    at = models.DateTimeField("时间")

    PRIVATE = frozenset({"words", "hotline_no"})

    class Meta:
        verbose_name = "热线回传"
        constraints = [
            unique_in_cell("hotline_report_id_in_cell", "id"),
            CellForeignKey(column="concern_id", to="feedback.Concern", name="hotline_report_fk"),
        ]

    def __str__(self) -> str:
        return f"{self.hotline_no} {self.state}"
