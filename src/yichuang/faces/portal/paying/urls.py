"""Addresses of paying on line."""

from django.urls import path

from yichuang.faces.portal.paying import notify, page

urlpatterns = [
    path("my/cases/<str:no>/pay/", page.pay, name="my_pay"),
    path("pay/notify/", notify.notify, name="pay_notify"),
]
