"""The kiosk face (自助机·大屏)."""

from django.apps import AppConfig


class KioskConfig(AppConfig):
    """Screens and kiosks in the hall."""

    name = "yichuang.faces.kiosk"
    label = "kiosk"
    verbose_name = "自助机·大屏"
    default_auto_field = "django.db.models.BigAutoField"
