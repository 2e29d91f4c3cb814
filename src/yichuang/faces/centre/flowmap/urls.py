"""Addresses of the map."""

from django.urls import path

from yichuang.faces.centre.flowmap import cases, listing, page, whatif

urlpatterns = [
    path("centre/map/", listing.page, name="maps"),
    path("centre/map/<str:code>/", page.page, name="map"),
    path("centre/map/<str:code>/cases/", cases.page, name="map_cases"),
    path("centre/map/<str:code>/what-if/", whatif.page, name="map_what_if"),
]
