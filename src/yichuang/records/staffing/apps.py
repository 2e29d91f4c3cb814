"""Django app of the record book staffing (人员考勤考核)."""

from django.apps import AppConfig


class StaffingConfig(AppConfig):
    """人员考勤考核."""

    name = "yichuang.records.staffing"
    label = "staffing"
    verbose_name = "人员考勤考核"
