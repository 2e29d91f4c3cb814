"""Addresses of the reading pages."""

from django.urls import path

from yichuang.faces.portal.reading import about, blank, departments, guide, home, items, search, self_check

urlpatterns = [
    path("", home.home, name="home"),
    path("items/", items.items, name="items"),
    path("items/<str:code>/", guide.guide, name="item"),
    path("items/<str:code>/print/", guide.printed, name="item_print"),
    path("items/<str:code>/notice/", guide.notice, name="item_notice"),
    path("items/<str:code>/handbook/", guide.handbook, name="item_handbook"),
    path("items/<str:code>/clock/", guide.clock, name="item_clock"),
    path("items/<str:code>/check/", self_check.self_check, name="item_check"),
    path("items/<str:code>/blank/<str:key>/", blank.blank, name="item_blank"),
    path("departments/", departments.departments, name="departments"),
    path("departments/<slug:slug>/", departments.department, name="department"),
    path("search/", search.search, name="search"),
    path("about/identify/", about.identify, name="identify"),
    path("about/accessibility/", about.accessibility, name="accessibility"),
]
