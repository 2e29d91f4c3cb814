"""Django app of the record book org (组织)."""

from django.apps import AppConfig


class OrgConfig(AppConfig):
    """组织."""

    name = "yichuang.records.org"
    label = "org"
    verbose_name = "组织"
