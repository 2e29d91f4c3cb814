"""Handing a stored file out (下载): always as an attachment, never as a page of ours."""

from __future__ import annotations

from django.http import FileResponse, Http404

from yichuang.records.filestore import FileStore, NoSuchFile, store


def serve_file(digest: str, name: str, media_type: str, *, files: FileStore | None = None) -> FileResponse:
    """Return the file as an attachment that no browser runs or sniffs. Who may have it was decided before.

    An <img> shows an attachment all the same: pictures can be looked at beside the review rules.
    Raises: Http404.
    """
    try:
        body = (files or store()).path(digest).open("rb")
    except (OSError, NoSuchFile) as missing:
        raise Http404 from missing
    response = FileResponse(body, as_attachment=True, filename=name, content_type=media_type)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "private, no-store"
    return response
