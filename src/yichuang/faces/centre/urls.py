"""Addresses of the centre."""

from django.urls import path

from yichuang.faces.centre import board, cases, doctor, evidence, ledger

app_name = "centre"
urlpatterns = [
    path("centre/", board.page, name="board"),
    path("centre/cases/", cases.page, name="cases"),
    path("centre/cases/<str:no>/evidence/", evidence.page, name="evidence"),
    path("centre/cases/<str:no>/ledger/", ledger.page, name="ledger"),
    path("centre/doctor/", doctor.page, name="doctor"),
]
