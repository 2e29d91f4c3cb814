"""Addresses of the halls for visitors."""

from django.urls import path

from yichuang.faces.portal.hall import appointments, halls, number, places, slip

urlpatterns = [
    path("places/", places.places, name="places"),
    path("halls/", halls.listing, name="halls"),
    path("halls/<slug:hall>/", halls.hall, name="hall"),
    path("halls/<slug:hall>/book/<slug:prefix>/", appointments.book_slot, name="appointment_book"),
    path("my/appointments/", appointments.mine, name="my_appointments"),
    path("number/<str:token>/", number.number, name="number"),
    path("number/<str:token>/slip/", slip.slip, name="number_slip"),
]
