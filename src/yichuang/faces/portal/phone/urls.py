"""Address behind the QR code."""

from django.urls import path

from yichuang.faces.portal.phone.page import phone_upload

urlpatterns = [path("up/<str:token>/", phone_upload, name="phone_upload")]
