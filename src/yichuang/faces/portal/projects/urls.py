"""Addresses of projects, bundles and agents."""

from django.urls import path

from yichuang.faces.portal.projects import agency, bundles, pages, running

_PROJECT = "my/projects/<str:pcode>/"
urlpatterns = [
    path("bundles/", bundles.listing, name="bundles"),
    path("bundles/<slug:slug>/", bundles.bundle, name="bundle"),
    path("my/bundles/<str:run_no>/", running.run, name="my_bundle"),
    path("my/bundles/<str:run_no>/agent/", running.agent, name="my_bundle_agent"),
    path("my/bundles/<str:run_no>/result/", running.result, name="my_bundle_result"),
    path("my/projects/", pages.projects, name="my_projects"),
    path("my/projects/new/", pages.registration, name="my_project_new"),
    path(_PROJECT, pages.project, name="my_project"),
    path(f"{_PROJECT}apply/", pages.apply, name="my_project_apply"),
    path(f"{_PROJECT}agent/", pages.agent, name="my_project_agent"),
    path("agent/", agency.board, name="agent_board"),
    path("agent/<str:pcode>/note/", agency.noted, name="agent_note"),
    path("agent/<str:pcode>/ask/", agency.asked, name="agent_ask"),
]
