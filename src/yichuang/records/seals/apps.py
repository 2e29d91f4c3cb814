"""Django app of the record book seals (印章)."""

from django.apps import AppConfig


class SealsConfig(AppConfig):
    """印章."""

    name = "yichuang.records.seals"
    label = "seals"
    verbose_name = "印章"
