"""Addresses of the doors."""

from django.urls import path

from yichuang.faces.portal.entrance import demo, login, messages, track, verify

urlpatterns = [
    path("login/", login.log_in, name="login"),
    path("logout/", login.log_out, name="logout"),
    path("demo/", demo.demo, name="demo"),
    path("demo/enter/", demo.enter, name="demo_enter"),
    path("demo/messages/", messages.messages, name="demo_messages"),
    path("demo/time/", demo.time, name="demo_time"),
    path("track/", track.track, name="track"),
    path("track/<str:no>/", track.tracked_case, name="track_case"),
    path("track/<str:no>/clock/", track.tracked_clock, name="track_clock"),
    path("verify/", verify.ask, name="verify_ask"),
    path("verify/<slug:token>/", verify.verify, name="verify"),
]
