"""Django app of the record book projects (投资项目、一件事、代办)."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """投资项目与一件事."""

    name = "yichuang.records.projects"
    label = "projects"
    verbose_name = "投资项目与一件事"
