"""Addresses of the back office."""

from django.urls import path

from yichuang.faces.office.cases import page as case_page
from yichuang.faces.office.worklist import claiming, page

app_name = "office"
urlpatterns = [
    path("worklist/", page.page, name="worklist"),
    path("worklist/claim/", claiming.claim_many, name="claim_many"),
    path("cases/<no>/", case_page.page, name="case"),
]
