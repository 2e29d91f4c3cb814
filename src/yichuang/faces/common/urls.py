"""Addresses that belong to no audience."""

from django.urls import path

from yichuang.faces.common import modes

urlpatterns = [
    path("mode/", modes.mode, name="mode"),
]
