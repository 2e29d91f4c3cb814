"""Django app of the record book supervision (监察)."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    """监察."""

    name = "yichuang.records.supervision"
    label = "supervision"
    verbose_name = "监察"
