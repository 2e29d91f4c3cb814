"""Django app of the record book documents (文书)."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """文书."""

    name = "yichuang.records.documents"
    label = "documents"
    verbose_name = "文书"
