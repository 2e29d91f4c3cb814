"""Django app of the record book certificates (证照)."""

from django.apps import AppConfig


class CertificatesConfig(AppConfig):
    """证照."""

    name = "yichuang.records.certificates"
    label = "certificates"
    verbose_name = "证照"
