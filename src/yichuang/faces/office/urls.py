"""Addresses of the back office."""

from django.urls import path

from yichuang.faces.office.worklist import claiming, page

app_name = "office"
urlpatterns = [
    path("worklist/", page.page, name="worklist"),
    path("worklist/claim/", claiming.claim_many, name="claim_many"),
]
