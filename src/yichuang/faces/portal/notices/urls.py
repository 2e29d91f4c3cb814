"""Addresses of the public notices."""

from django.urls import path

from yichuang.faces.portal.notices import asking, deliveries, views

urlpatterns = [
    path("notices/", views.intake, name="notices"),
    path("notices/decisions/", views.decisions, name="notice_decisions"),
    path("notices/deliveries/", deliveries.deliveries, name="notice_deliveries"),
    path("notices/hearings/ask/", asking.ask, name="party_hearing"),
    path("notices/hearings/", views.hearings, name="notice_hearings"),
]
