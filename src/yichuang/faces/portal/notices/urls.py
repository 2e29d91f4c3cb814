"""Addresses of the public notices."""

from django.urls import path

from yichuang.faces.portal.notices import asking, bulletins, checks, deliveries, views

urlpatterns = [
    path("notices/", views.intake, name="notices"),
    path("notices/decisions/", views.decisions, name="notice_decisions"),
    path("notices/deliveries/", deliveries.deliveries, name="notice_deliveries"),
    path("notices/hearings/ask/", asking.ask, name="party_hearing"),
    path("notices/hearings/", views.hearings, name="notice_hearings"),
    path("notices/bulletins/", bulletins.page, name="notice_bulletins"),
    path("notices/bulletins/<uuid:bulletin>/", bulletins.one, name="notice_bulletin"),
    path("notices/checks/", checks.page, name="notice_checks"),
    path("notices/checks/<str:number>/", checks.one, name="notice_check"),
    path("notices/checks/<str:number>/lists.json", checks.lists, name="notice_check_lists"),
]
