"""Addresses of the holder's certificates, and of who was given a code."""

from django.urls import path

from yichuang.faces.portal.library import shared, wallet

_ONE = "my/certificates/<uuid:certificate>/"
urlpatterns = [
    path(_ONE, wallet.one, name="my_certificate"),
    path(f"{_ONE}copy/", wallet.copy, name="my_certificate_copy"),
    path(f"{_ONE}share/", wallet.sharing, name="my_certificate_share"),
    path(f"{_ONE}share/<uuid:sharing>/end/", wallet.ending, name="my_certificate_unshare"),
    path("shared/", shared.shared, name="shared"),
]
