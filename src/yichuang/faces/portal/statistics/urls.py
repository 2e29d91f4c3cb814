"""Addresses of the published statistics."""

from django.urls import path

from yichuang.faces.portal.statistics import views

urlpatterns = [path("statistics/", views.page, name="statistics")]
