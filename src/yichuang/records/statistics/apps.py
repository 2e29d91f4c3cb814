"""Django app of the record book statistics (统计)."""

from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    """统计."""

    name = "yichuang.records.statistics"
    label = "statistics"
    verbose_name = "统计"
