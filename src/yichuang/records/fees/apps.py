"""Django app of the record book fees (缴费)."""

from django.apps import AppConfig


class FeesConfig(AppConfig):
    """缴费."""

    name = "yichuang.records.fees"
    label = "fees"
    verbose_name = "缴费"
