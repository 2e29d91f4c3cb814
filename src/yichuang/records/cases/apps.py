"""Django app of the record book cases (办件)."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """办件."""

    name = "yichuang.records.cases"
    label = "cases"
    verbose_name = "办件"
