"""Django app of the record book hearings (听证与核查)."""

from django.apps import AppConfig


class HearingsConfig(AppConfig):
    """听证与核查."""

    name = "yichuang.records.hearings"
    label = "hearings"
    verbose_name = "听证与核查"
