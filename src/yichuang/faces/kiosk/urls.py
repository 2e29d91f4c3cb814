"""Addresses of screens and kiosks."""

from django.urls import path

from yichuang.faces.kiosk import customer, displays, guide, machine, pairing

app_name = "kiosk"
urlpatterns = [
    path("display/<slug:hall>/", displays.wall, name="wall"),
    path("display/<slug:hall>/<str:window_no>/", displays.counter, name="counter"),
    path("screen/", pairing.screen, name="screen"),
    path("screen/customer/", customer.customer, name="customer"),
    path("kiosk/", machine.home, name="home"),
    path("kiosk/line/<slug:prefix>/", machine.line, name="line"),
    path("kiosk/number/<str:token>/", machine.number, name="number"),
    path("kiosk/appointment/", machine.appointment, name="appointment"),
    path("kiosk/progress/", machine.progress, name="progress"),
    path("kiosk/guide/", guide.guide, name="guide"),
    path("kiosk/guide/<str:code>/", guide.bring, name="bring"),
    path("kiosk/rate/", machine.rate, name="rate"),
]
