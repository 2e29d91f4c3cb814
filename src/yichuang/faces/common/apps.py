"""The face below the faces (共用界面)."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    """Templates, tags, static files."""

    name = "yichuang.faces.common"
    label = "common"
    verbose_name = "共用界面"
    default_auto_field = "django.db.models.BigAutoField"
