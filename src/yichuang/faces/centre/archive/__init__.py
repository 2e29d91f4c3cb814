"""归档: the pages of the archive, and what they share: who keeps it, and the frame around."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from yichuang.faces.centre import scope
from yichuang.faces.common.access import ARCHIVE

KEEPERS = frozenset({"archivist", "centre_manager"})


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return what every page of the archive shows around itself."""
    return scope.frame(request, ARCHIVE)
