"""Django app of the record book hall (大厅)."""

from django.apps import AppConfig


class HallConfig(AppConfig):
    """大厅."""

    name = "yichuang.records.hall"
    label = "hall"
    verbose_name = "大厅"
