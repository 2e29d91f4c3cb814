"""Django app of the record book delivery (送达)."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    """送达."""

    name = "yichuang.records.delivery"
    label = "delivery"
    verbose_name = "送达"
