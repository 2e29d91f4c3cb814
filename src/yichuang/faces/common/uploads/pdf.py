"""What a PDF must not carry: scripts, programs, hidden files, a lock. Nothing is run or shown here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

import pikepdf

from yichuang.faces.common.uploads.refused import UploadRefused

PAGES_MAX = 3_000
OBJECTS_MAX = 200_000

_ACTIVE = re.compile(
    rb"/(JS|JavaScript|Launch|GoToR|GoToE|SubmitForm|ImportData|EmbeddedFiles?|EF|RichMedia|XFA)(?![A-Za-z0-9])"
)
_NAMES = {
    b"JS": "脚本",
    b"JavaScript": "脚本",
    b"Launch": "启动程序的动作",
    b"GoToR": "打开别的文件的动作",
    b"GoToE": "打开别的文件的动作",
    b"SubmitForm": "向外发送数据的动作",
    b"ImportData": "读入外部数据的动作",
    b"EmbeddedFile": "夹带的文件",
    b"EmbeddedFiles": "夹带的文件",
    b"EF": "夹带的文件",
    b"RichMedia": "多媒体",
    b"XFA": "动态表单",
}
_STRING = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>", re.S)


def check_pdf(source: BinaryIO) -> None:
    """Refuse a PDF that is broken, locked, too long, or carries anything active.  Raises: UploadRefused."""
    with _opened_pdf(source) as pdf:
        if pdf.is_encrypted:
            raise UploadRefused("encrypted")
        if len(pdf.pages) > PAGES_MAX:
            raise UploadRefused("too_many_pages", limit=str(PAGES_MAX))
        if len(pdf.objects) > OBJECTS_MAX:
            raise UploadRefused("too_complex")
        for thing in pdf.objects:
            _refuse_active(thing)


@contextmanager
def _opened_pdf(source: BinaryIO) -> Iterator[pikepdf.Pdf]:
    source.seek(0)
    try:
        with pikepdf.open(source, attempt_recovery=True, suppress_warnings=True) as pdf:
            yield pdf
    except pikepdf.PasswordError as locked:
        raise UploadRefused("encrypted") from locked
    except (
        pikepdf.PdfError,
        pikepdf.DataDecodingError,
        RuntimeError,
        RecursionError,
        OverflowError,
    ) as damage:
        raise UploadRefused("broken") from damage


def _refuse_active(thing: pikepdf.Object) -> None:
    if isinstance(thing, pikepdf.Stream):
        body = thing.stream_dict.unparse(resolved=True)
    elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Array)):
        body = thing.unparse(resolved=True)
    else:
        return
    if _ACTIVE.search(body):
        found = _ACTIVE.search(_STRING.sub(b"()", body))
        if found:
            raise UploadRefused("active", what=_NAMES[found.group(1)])
