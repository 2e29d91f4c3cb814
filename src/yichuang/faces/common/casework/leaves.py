"""A PDF that was handed in, page by page (逐页查看): as pictures of ours, so that no browser opens the file itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from yichuang.faces.common.casework.papers import file_of, is_pdf
from yichuang.records.documents.leafing import LEAVES, Leaf, NoLeaf, leaf
from yichuang.records.documents.pressing import Fault
from yichuang.records.filestore import NoSuchFile, store


@lru_cache(maxsize=16)  # a reader turns back and forth; pictures of all pages would fill the memory
def _drawn(path: str, number: int) -> Leaf:
    drawn: Leaf = LEAVES.run(leaf, path, number)
    return drawn


def leaf_of(file: Mapping[str, Any], number: int) -> Leaf | None:
    """Return a page of a file, None where it can't be drawn. Who may see it was decided before.  Raises: Http404."""
    digest = str(file["digest"])
    if not is_pdf(file):
        raise Http404(digest)
    try:
        path = store().path(digest)
    except NoSuchFile as missing:
        raise Http404(digest) from missing
    if not path.is_file():  # erased
        raise Http404(digest)
    try:
        return _drawn(str(path), number)
    except (NoLeaf, Fault):
        return None


def serve_leaf(request: HttpRequest, case_no: str, digest: str, number: int) -> HttpResponse:
    """Return the picture of a page.  Raises: NotFound, Http404."""
    drawn = leaf_of(file_of(request, case_no, digest), number)
    if drawn is None:
        raise Http404(digest)
    response = HttpResponse(drawn.picture, content_type="image/jpeg")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "private, no-store"
    return response
