"""Addresses of statistics."""

from django.urls import path

from yichuang.faces.centre.statistics import cases, joint, mail, now, page, registers, wall

app_name = "centre"
urlpatterns = [
    path("centre/statistics/", page.page, name="statistics"),
    path("centre/statistics/numbers.xlsx", page.sheet, name="statistics_sheet"),
    path("centre/statistics/joint/", joint.page, name="statistics_joint"),
    path("centre/statistics/joint.xlsx", joint.sheet, name="statistics_joint_sheet"),
    path("centre/statistics/cases/", cases.page, name="statistics_cases"),
    path("centre/statistics/registers/", registers.page, name="statistics_registers"),
    path("centre/statistics/mail/", mail.page, name="statistics_mail"),
    path("centre/now/", now.page, name="now"),
    path("screens/big/", wall.page, name="big_screen"),
]
