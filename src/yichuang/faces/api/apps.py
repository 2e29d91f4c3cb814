"""The open interface (开放接口)."""

from django.apps import AppConfig

from yichuang.faces.common import nav


class ApiConfig(AppConfig):
    """Catalogue, submission and tracking for programs."""

    name = "yichuang.faces.api"
    label = "api"
    verbose_name = "开放接口"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put the documentation at the foot of the public pages."""
        nav.add_footer(nav.Link("开放接口", "/api/"))
