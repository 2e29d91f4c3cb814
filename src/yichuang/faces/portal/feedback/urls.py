"""Addresses of ratings and concerns."""

from django.urls import path

from yichuang.faces.portal.feedback import figures, filing, following, pad, rating, tracking

urlpatterns = [
    path("ratings/", figures.figures, name="ratings"),
    path("rate/pad/<slug:token>/", pad.pad, name="rate_pad"),
    path("rate/<slug:token>/", rating.rate_by_link, name="rate_link"),
    path("track/<str:no>/rate/", tracking.rate_tracked, name="track_rate"),
    path("my/cases/<str:no>/rate-again/", tracking.again, name="my_rate_again"),
    path("complaints/new/", filing.complain, name="complaint_new"),
    path("questions/new/", filing.ask, name="question_new"),
    path("praise/new/", filing.praise, name="praise_new"),
    path("questions/", following.questions, name="questions"),
    path("concerns/", following.find, name="concerns"),
    path("concerns/<str:no>/", following.one, name="concern"),
]
