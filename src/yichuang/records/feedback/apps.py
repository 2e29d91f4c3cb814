"""Django app of the record book feedback (评价)."""

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    """评价."""

    name = "yichuang.records.feedback"
    label = "feedback"
    verbose_name = "评价"
