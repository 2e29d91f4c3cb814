"""Addresses of the centre."""

from django.urls import path

from yichuang.faces.centre import board, cases, doctor, evidence, ledger, numbers, steps
from yichuang.faces.centre.items import draft as item_draft
from yichuang.faces.centre.items import listing as item_list
from yichuang.faces.centre.items import page as item_page
from yichuang.faces.centre.law import listing as law_list
from yichuang.faces.centre.law import page as law_page
from yichuang.faces.centre.money.urls import urlpatterns as money
from yichuang.faces.centre.papers import listing as template_list
from yichuang.faces.centre.papers import page as template_page

app_name = "centre"
urlpatterns = [
    *money,
    path("centre/", board.page, name="board"),
    path("centre/cases/", cases.page, name="cases"),
    path("centre/cases/<str:no>/evidence/", evidence.page, name="evidence"),
    path("centre/cases/<str:no>/ledger/", ledger.page, name="ledger"),
    path("centre/steps/", steps.page, name="steps"),
    path("centre/doctor/", doctor.page, name="doctor"),
    path("centre/numbers/", numbers.page, name="numbers"),
    path("centre/items/", item_list.page, name="items"),
    path("centre/items/limits/", item_list.limits, name="item_limits"),
    path("centre/items/<str:code>/", item_page.page, name="item"),
    path("centre/items/<str:code>/compare/", item_page.comparison, name="item_compare"),
    path("centre/items/<str:code>/draft/", item_draft.page, name="item_draft"),
    path("centre/templates/", template_list.page, name="templates"),
    path("centre/templates/<slug:kind>/", template_page.page, name="template"),
    path("centre/law/", law_list.page, name="law"),
    path("centre/law/<slug:parameter>/", law_page.page, name="parameter"),
]
