"""Django app of the record book meetings (会审)."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """会审."""

    name = "yichuang.records.meetings"
    label = "meetings"
    verbose_name = "会审"
