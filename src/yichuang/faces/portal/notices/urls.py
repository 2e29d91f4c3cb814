"""Addresses of the public notices."""

from django.urls import path

from yichuang.faces.portal.notices import views

urlpatterns = [
    path("notices/", views.intake, name="notices"),
    path("notices/decisions/", views.decisions, name="notice_decisions"),
    path("notices/hearings/", views.hearings, name="notice_hearings"),
]
