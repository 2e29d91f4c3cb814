"""Addresses of the centre's money."""

from django.urls import path

from yichuang.faces.centre.money import days, refunds, standards, strays, totals

urlpatterns = [
    path("centre/money/", totals.page, name="money"),
    path("centre/money/totals.xlsx", totals.sheet, name="money_sheet"),
    path("centre/money/days/<str:day>/", days.page, name="money_day"),
    path("centre/money/strays/", strays.page, name="money_strays"),
    path("centre/money/refunds/", refunds.page, name="money_refunds"),
    path("centre/money/standards/", standards.page, name="money_standards"),
]
