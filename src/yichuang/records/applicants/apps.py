"""Django app of the record book applicants (申请人)."""

from django.apps import AppConfig


class ApplicantsConfig(AppConfig):
    """申请人."""

    name = "yichuang.records.applicants"
    label = "applicants"
    verbose_name = "申请人"
