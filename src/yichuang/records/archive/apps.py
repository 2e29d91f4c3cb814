"""Django app of the record book archive (归档)."""

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    """归档."""

    name = "yichuang.records.archive"
    label = "archive"
    verbose_name = "归档"
