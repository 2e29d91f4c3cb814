"""Django app of the record book catalogue (事项目录)."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """事项目录."""

    name = "yichuang.records.catalogue"
    label = "catalogue"
    verbose_name = "事项目录"
