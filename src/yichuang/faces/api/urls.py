"""Addresses of the interface."""

from django.urls import include, path

from yichuang.faces.api import pages
from yichuang.faces.api.site import addresses

app_name = "api"
urlpatterns = [
    path("api/", pages.index, name="index"),
    path("api/v1/docs/", pages.docs, name="docs"),
    path("api/v1/openapi.json", pages.description, name="openapi"),
    path("api/v1/", include(list(addresses()))),
    path("api/<path:rest>", pages.nowhere, name="nowhere"),
]
