"""Addresses of the applicant's own space."""

from django.urls import path

from yichuang.faces.portal.mine import (
    access_log,
    certificates,
    consenting,
    hearing,
    meeting,
    progress,
    rating,
    space,
    supplementing,
    withdrawing,
)
from yichuang.faces.portal.special import acting as special

_CASE = "my/cases/<str:no>/"
urlpatterns = [
    path("my/", space.space, name="my"),
    path("my/access-log/", access_log.access_log, name="my_access_log"),
    path("my/certificates/", certificates.certificates, name="my_certificates"),
    path(_CASE, progress.progress, name="my_case"),
    path(f"{_CASE}clock/", progress.clock, name="my_clock"),
    path(f"{_CASE}supplement/", supplementing.supplementing, name="my_supplement"),
    path(f"{_CASE}withdraw/", withdrawing.withdrawing, name="my_withdraw"),
    path(f"{_CASE}complete/", special.complete, name="my_complete"),
    path(f"{_CASE}promise/", special.promise, name="my_promise"),
    path(f"{_CASE}correct/", special.correct, name="my_correct"),
    path(f"{_CASE}delivery/", consenting.delivery, name="my_delivery"),
    path(f"{_CASE}delivery-way/", consenting.delivery_way, name="my_delivery_way"),
    path(f"{_CASE}rate/", rating.rating, name="my_rate"),
    path(f"{_CASE}waive-hearing/", hearing.waiving, name="my_waive_hearing"),
    path(f"{_CASE}hearing/", hearing.hearing, name="my_hearing"),
    path(f"{_CASE}meeting/", meeting.meeting_request, name="my_meeting"),
]
