"""All addresses: each face brings its own list."""

from importlib.util import find_spec

from django.urls import include, path

_FACES = ("common", "portal", "window", "office", "centre", "kiosk", "api")
urlpatterns = [
    path("", include(f"yichuang.faces.{name}.urls"))
    for name in _FACES
    if find_spec(f"yichuang.faces.{name}") and find_spec(f"yichuang.faces.{name}.urls")
]
handler400 = "yichuang.faces.common.errors.bad_request"
handler403 = "yichuang.faces.common.errors.forbidden"
handler404 = "yichuang.faces.common.errors.not_found"
handler500 = "yichuang.faces.common.errors.broken"
