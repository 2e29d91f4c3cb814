"""Addresses of as whom one acts, and of one's organisation."""

from django.urls import path

from yichuang.faces.portal.people import company, ending, giving, identity

urlpatterns = [
    path("my/identity/", identity.identity, name="my_identity"),
    path("my/identity/link/", identity.link, name="my_identity_link"),
    path("my/cases/<str:no>/mandate/", ending.ending, name="my_mandate"),
    path("my/cases/<str:no>/entrust/", giving.giving, name="my_entrust"),
    path("my/company/", company.company, name="my_company"),
    path("my/company/name/", company.name, name="my_company_name"),
    path("my/company/remove/", company.remove, name="my_company_remove"),
]
