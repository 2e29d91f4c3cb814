"""Addresses of the centre's duties."""

from django.urls import path

from yichuang.faces.centre.duties import concentration, institutions, performance

app_name = "centre"
urlpatterns = [
    path("centre/concentration/", concentration.page, name="concentration"),
    path("centre/performance/", performance.page, name="performance"),
    path("centre/institutions/", institutions.page, name="institutions"),
]
