"""The portal's addresses: each part brings its own list, in `<part>/urls.py`."""

from importlib import import_module
from importlib.util import find_spec

_PARTS = (
    "reading",
    "entrance",
    "applying",
    "projects",
    "notices",
    "proofs",
    "people",
    "mine",
    "library",
    "paying",
    "feedback",
    "track",
    "phone",
    "statistics",
    "hall",
)
urlpatterns = [
    pattern
    for part in _PARTS
    if find_spec(f"{__package__}.{part}") and find_spec(f"{__package__}.{part}.urls")
    for pattern in import_module(f"{__package__}.{part}.urls").urlpatterns
]
