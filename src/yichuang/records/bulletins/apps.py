"""Django app of the record book bulletins (通报)."""

from django.apps import AppConfig


class BulletinsConfig(AppConfig):
    """通报."""

    name = "yichuang.records.bulletins"
    label = "bulletins"
    verbose_name = "通报"
