"""Screens (大屏与终端): devices that a manager registered, and what stands on the second screen of a window."""

from uuid import UUID

from django.db import models

from yichuang.records.ids import new_id


class ScreenKind(models.TextChoices):
    """屏幕种类."""

    WALL = "wall", "大厅叫号屏"
    COUNTER = "counter", "窗口屏"
    CUSTOMER = "customer", "对客副屏"
    KIOSK = "kiosk", "自助终端"


class SheetKind(models.TextChoices):
    """副屏内容."""

    NOTHING = "", "欢迎"
    CHECK = "check", "核对"
    SIGN = "sign", "签名"
    RATE = "rate", "评价"


def screen_kinds() -> list[tuple[str, str]]:
    """Return the kinds of screens as a function, so that a new one needs no migration."""
    return ScreenKind.choices


def sheet_kinds() -> list[tuple[str, str]]:
    """Return what a second screen may show."""
    return SheetKind.choices


class Screen(models.Model):
    """屏幕（设备登记）: what it may show; it shows a code once and then keeps a secret of its own."""

    id = models.UUIDField("标识", primary_key=True, default=new_id, editable=False)
    hall = models.ForeignKey("hall.Hall", models.CASCADE, related_name="screens", verbose_name="大厅")
    hall_window = models.ForeignKey(
        "hall.HallWindow", models.CASCADE, null=True, blank=True, related_name="screens", verbose_name="窗口"
    )
    kind = models.CharField("种类", max_length=10, choices=screen_kinds)
    name = models.CharField("名称", max_length=40)
    code_digest = models.CharField("登记码摘要", max_length=64, blank=True)
    secret_digest = models.CharField("设备密钥摘要", max_length=64, blank=True, db_index=True)
    made_at = models.DateTimeField("登记时间")
    paired_at = models.DateTimeField("启用时间", null=True)
    revoked_at = models.DateTimeField("停用时间", null=True)

    hall_id: UUID
    hall_window_id: UUID | None

    class Meta:
        verbose_name = "屏幕"

    def __str__(self) -> str:
        return self.name


class CustomerSheet(models.Model):
    """副屏内容: what the clerk gives the customer to check or sign; emptied when the number is done."""

    hall_window = models.OneToOneField("hall.HallWindow", models.CASCADE, primary_key=True, verbose_name="窗口")
    kind = models.CharField("内容", max_length=8, choices=sheet_kinds, blank=True)
    case_no = models.CharField("办件编号", max_length=24, blank=True)
    lines_cipher = models.TextField("内容密文", blank=True)
    shown_at = models.DateTimeField("出示时间", null=True)
    revision = models.PositiveIntegerField("变动号", default=0)
    answer = models.CharField("顾客答复", max_length=8, blank=True)
    answered_at = models.DateTimeField("答复时间", null=True)
    signature = models.CharField("签名图摘要", max_length=64, blank=True)
    kept_at = models.DateTimeField("签名附到办件的时间", null=True)

    class Meta:
        verbose_name = "副屏内容"

    def __str__(self) -> str:
        return f"{self.hall_window} {self.kind}"
