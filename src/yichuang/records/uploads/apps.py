"""Django app of the record book uploads (手机扫码上传)."""

from django.apps import AppConfig


class UploadsConfig(AppConfig):
    """手机扫码上传."""

    name = "yichuang.records.uploads"
    label = "uploads"
    verbose_name = "手机扫码上传"
