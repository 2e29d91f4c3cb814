"""The portal's addresses: each part brings its own list."""

from importlib import import_module
from importlib.util import find_spec

_PARTS = ("reading.urls", "applying", "my", "track")
urlpatterns = [
    pattern
    for part in _PARTS
    if find_spec(f"{__package__}.{part}")
    for pattern in import_module(f"{__package__}.{part}").urlpatterns
]
