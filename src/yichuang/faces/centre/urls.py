"""Addresses of the centre."""

from django.urls import path

from yichuang.faces.centre import board, cases, doctor, evidence, ledger, numbers, steps
from yichuang.faces.centre.archive import item as archive_item
from yichuang.faces.centre.archive import listing as archive
from yichuang.faces.centre.archive import lists as archive_lists
from yichuang.faces.centre.bulletins import listing as bulletin_list
from yichuang.faces.centre.bulletins import page as bulletin_page
from yichuang.faces.centre.certificates import coverage as certificate_coverage
from yichuang.faces.centre.certificates import lists as certificate_lists
from yichuang.faces.centre.certificates import types as certificate_types
from yichuang.faces.centre.checks import listing as check_list
from yichuang.faces.centre.checks import page as check_page
from yichuang.faces.centre.duties.urls import urlpatterns as duties
from yichuang.faces.centre.flowmap.urls import urlpatterns as flowmap
from yichuang.faces.centre.hall import pages as hall_pages
from yichuang.faces.centre.items import draft as item_draft
from yichuang.faces.centre.items import listing as item_list
from yichuang.faces.centre.items import page as item_page
from yichuang.faces.centre.law import calendar as law_calendar
from yichuang.faces.centre.law import listing as law_list
from yichuang.faces.centre.law import page as law_page
from yichuang.faces.centre.money.urls import urlpatterns as money
from yichuang.faces.centre.papers import listing as template_list
from yichuang.faces.centre.papers import page as template_page
from yichuang.faces.centre.proofs import page as proof_page
from yichuang.faces.centre.seals import listing as seal_list
from yichuang.faces.centre.seals import page as seal_page
from yichuang.faces.centre.statistics.urls import urlpatterns as statistics
from yichuang.faces.centre.supervision import call as call_page
from yichuang.faces.centre.supervision import calls as call_list
from yichuang.faces.centre.supervision import dashboard as watch_board
from yichuang.faces.centre.supervision import listing as alert_list
from yichuang.faces.centre.supervision import page as alert_page

app_name = "centre"
urlpatterns = [
    *money,
    *flowmap,
    *duties,
    *statistics,
    path("centre/", board.page, name="board"),
    path("centre/bulletins/", bulletin_list.page, name="bulletins"),
    path("centre/bulletins/<uuid:bulletin>/", bulletin_page.page, name="bulletin"),
    path("centre/bulletins/<uuid:bulletin>/paper/", bulletin_page.paper, name="bulletin_paper"),
    path("centre/halls/", hall_pages.listing, name="halls"),
    path("centre/halls/<slug:hall>/", hall_pages.hall, name="hall"),
    path("centre/cases/", cases.page, name="cases"),
    path("centre/cases/<str:no>/evidence/", evidence.page, name="evidence"),
    path("centre/cases/<str:no>/ledger/", ledger.page, name="ledger"),
    path("supervision/", watch_board.page, name="supervision"),
    path("supervision/checks/", check_list.page, name="checks"),
    path("supervision/checks/<uuid:check>/", check_page.page, name="check"),
    path("supervision/calls/", call_list.page, name="calls"),
    path("supervision/calls/<uuid:alert>/", call_page.page, name="call"),
    path("supervision/calls/<uuid:alert>/<uuid:measure>/", call_page.paper, name="call_notice"),
    path("supervision/alerts/", alert_list.page, name="alerts"),
    path("supervision/alerts/<uuid:alert>/", alert_page.page, name="alert"),
    path("supervision/proofs/", proof_page.page, name="proofs"),
    path("centre/steps/", steps.page, name="steps"),
    path("centre/doctor/", doctor.page, name="doctor"),
    path("centre/numbers/", numbers.page, name="numbers"),
    path("centre/archive/", archive.page, name="archive"),
    path("centre/archive/register/", archive.register, name="archive_register"),
    path("centre/archive/export/", archive_item.export, name="archive_export"),
    path("centre/archive/lists/", archive_lists.propose, name="disposal_propose"),
    path("centre/archive/lists/<uuid:disposal>/", archive_lists.one, name="disposal"),
    path("centre/archive/lists/<uuid:disposal>/answer/", archive_lists.answer, name="disposal_answer"),
    path("centre/archive/<str:no>/", archive_item.page, name="archive_item"),
    path("centre/archive/<str:no>/hold/", archive_item.hold, name="archive_hold"),
    path("centre/archive/<str:no>/download/", archive_item.download, name="archive_download"),
    path("centre/items/", item_list.page, name="items"),
    path("centre/items/limits/", item_list.limits, name="item_limits"),
    path("centre/items/<str:code>/", item_page.page, name="item"),
    path("centre/items/<str:code>/compare/", item_page.comparison, name="item_compare"),
    path("centre/items/<str:code>/draft/", item_draft.page, name="item_draft"),
    path("centre/templates/", template_list.page, name="templates"),
    path("centre/templates/<slug:kind>/", template_page.page, name="template"),
    path("centre/certificate-coverage/", certificate_coverage.page, name="certificate_coverage"),
    path("centre/certificate-types/", certificate_types.page, name="certificate_types"),
    path("centre/certificate-lists/", certificate_lists.page, name="certificate_lists"),
    path("centre/seals/", seal_list.page, name="seals"),
    path("centre/seals/<str:no>/", seal_page.page, name="seal"),
    path("centre/calendar/", law_calendar.page, name="calendar"),
    path("centre/law/", law_list.page, name="law"),
    path("centre/law/<slug:parameter>/", law_page.page, name="parameter"),
]
