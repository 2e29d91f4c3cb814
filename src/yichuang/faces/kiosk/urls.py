"""Addresses of screens and kiosks."""

from django.urls import path

from yichuang.faces.kiosk import displays, pairing

app_name = "kiosk"
urlpatterns = [
    path("display/<slug:hall>/", displays.wall, name="wall"),
    path("display/<slug:hall>/<str:window_no>/", displays.counter, name="counter"),
    path("screen/", pairing.screen, name="screen"),
]
