"""Files that were handed in, page by page (逐页查看): as pictures of ours, so that no browser opens the file itself.

Who looks at them for the office gets them with a watermark (水印): what for, who and when. The file stays as it came.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from yichuang.acts.context import ZONE
from yichuang.faces.common.casework.papers import Stored, is_paged, stored_of
from yichuang.records.documents.leafing import LEAVES, Leaf, NoLeaf, leaf
from yichuang.records.documents.pressing import Fault
from yichuang.records.filestore import NoSuchFile, store
from yichuang.rules.library.reusing import viewing_mark

AT_ONCE = 20  # pages on one sheet


@lru_cache(maxsize=16)  # a reader turns back and forth; pictures of all pages would fill the memory
def _drawn(path: str, number: int, words: tuple[str, ...]) -> Leaf:
    drawn: Leaf = LEAVES.run(leaf, path, number, words)
    return drawn


def leaf_of(file: Mapping[str, Any], number: int, words: tuple[str, ...] = ()) -> Leaf | None:
    """Return a page of a file, None where it can't be drawn. Who may see it was decided before.  Raises: Http404."""
    digest = str(file["digest"])
    if not is_paged(file):
        raise Http404(digest)
    try:
        path = store().path(digest)
    except NoSuchFile as missing:
        raise Http404(digest) from missing
    if not path.is_file():  # erased
        raise Http404(digest)
    try:
        return _drawn(str(path), number, words)
    except (NoLeaf, Fault):
        return None


def words_for(request: HttpRequest, found: Stored) -> tuple[str, ...]:
    """Return the watermark of what an officer looks at; nothing for the applicant's own eyes."""
    officer = request.officer
    if not officer.grants:
        return ()
    who = request.directory.names.get(officer.user_id, officer.name)
    return viewing_mark(found.level, found.item_name, who, f"{request.at.astimezone(ZONE):%Y-%m-%d %H:%M}")


def serve_leaf(request: HttpRequest, case_no: str, digest: str, number: int) -> HttpResponse:
    """Return the picture of a page.  Raises: NotFound, Http404."""
    found = stored_of(request, case_no, digest)
    drawn = leaf_of(found.file, number, words_for(request, found))
    if drawn is None:
        raise Http404(digest)
    return _guarded(HttpResponse(drawn.picture, content_type="image/jpeg"))


def serve_copy(request: HttpRequest, case_no: str, digest: str, first: int) -> HttpResponse:
    """Return a copy to print (打印件): up to twenty pages as a PDF of marked pictures.  Raises: NotFound, Http404."""
    from PIL import Image

    found = stored_of(request, case_no, digest)
    words, pages, total = words_for(request, found), [], first
    while first + len(pages) <= total and len(pages) < AT_ONCE:
        drawn = leaf_of(found.file, first + len(pages), words)
        if drawn is None:
            raise Http404(digest)
        total = drawn.pages
        pages.append(Image.open(BytesIO(drawn.picture)))
    out = BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=144, title=found.file.get("name", ""))
    response = HttpResponse(out.getvalue(), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="copy-{digest[:12]}-{first}.pdf"'
    return _guarded(response)


def _guarded(response: HttpResponse) -> HttpResponse:
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "private, no-store"
    return response
