"""Addresses of the centre."""

from django.urls import path

from yichuang.faces.centre import board, cases, doctor, evidence, ledger
from yichuang.faces.centre.law import listing as law_list
from yichuang.faces.centre.law import page as law_page

app_name = "centre"
urlpatterns = [
    path("centre/", board.page, name="board"),
    path("centre/cases/", cases.page, name="cases"),
    path("centre/cases/<str:no>/evidence/", evidence.page, name="evidence"),
    path("centre/cases/<str:no>/ledger/", ledger.page, name="ledger"),
    path("centre/doctor/", doctor.page, name="doctor"),
    path("centre/law/", law_list.page, name="law"),
    path("centre/law/<slug:parameter>/", law_page.page, name="parameter"),
]
