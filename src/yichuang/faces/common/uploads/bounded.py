"""What somebody unknown sends is bounded before a byte of it is kept (公开上传的总量)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

from yichuang.faces.common.uploads.by_phone import BODY_MAX, PREFIX


class BoundedUpload(FileUploadHandler):
    """Turns a body away that is longer than a phone may send; other addresses are none of its business."""

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, boundary: Any, encoding: Any = None
    ) -> None:
        """Look at the length alone.  Raises: RequestDataTooBig."""
        if self.request is not None and self.request.path.startswith(PREFIX) and content_length > BODY_MAX:
            raise RequestDataTooBig("upload by phone")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hand on what came."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the next handler."""
