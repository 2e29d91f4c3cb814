"""Taking a file (上传): what it is, whether the slot takes it, whether it is safe; then into the store."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import BinaryIO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from yichuang.faces.common.uploads.kinds import KINDS, extension_of, sniff
from yichuang.faces.common.uploads.office import check_office
from yichuang.faces.common.uploads.refused import UploadRefused
from yichuang.records.filestore import FileStore, store

_MEGABYTE = 1024 * 1024
_CHUNK = 256 * 1024
_NAME_MAX = 120
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]')
_DEVICES = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.I)

_SENTENCES: Mapping[str, str] = {
    "empty": "“{name}”是空文件，请重新选择。",
    "too_big": "“{name}”有 {size} MB，超过 {limit} MB。请压缩，或分成几份上传。",
    "not_allowed": "“{name}”的内容是{actual}，这里收 {allowed}。请{how}后再传。",
    "lying": "“{name}”的扩展名是“{extension}”，内容却是{actual}。请用原来的程序打开，{how}后再传。",
    "encrypted": "“{name}”加了密码，打不开。请取消密码后再传。",
    "active": "“{name}”里有{what}，不能收。请打印或另存成不带{what}的文件后再传。",
    "too_many_pages": "“{name}”超过 {limit} 页。请分成几份上传。",
    "too_many_pixels": "“{name}”的图像太大，超过 {limit} 万像素。请缩小或降低扫描分辨率后再传。",
    "too_complex": "“{name}”的内部结构过于复杂，无法检查。请另存为普通的 PDF 后再传。",
    "bomb": "“{name}”解开后过大，不能收。请检查是否传错了文件。",
    "broken": "“{name}”打不开，可能已损坏。请用原来的程序打开，{how}后再传。",
}


@dataclass(frozen=True, slots=True)
class Slot:
    """What one material takes: kinds by code, and the largest size in bytes."""

    allowed: tuple[str, ...] = tuple(KINDS)
    max_bytes: int = 0

    @property
    def limit(self) -> int:
        """Return the largest size, the installation's where the slot has none."""
        return self.max_bytes or settings.YICHUANG_UPLOAD_LIMIT

    @property
    def accept(self) -> str:
        """Return the accept attribute of the file control: a help, not a check."""
        return ",".join(f".{ext}" for code in self.allowed for ext in sorted(KINDS[code].extensions))

    @property
    def words(self) -> str:
        """Return what is taken, in words: PDF、JPG 图片，每份不超过 50 MB."""
        return f"{'、'.join(KINDS[code].name for code in self.allowed)}，每份不超过 {self.limit // _MEGABYTE} MB"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file that is in the store."""

    digest: str
    name: str
    media_type: str
    size: int


def accept(upload: UploadedFile, slot: Slot | None = None, *, files: FileStore | None = None) -> Accepted:
    """Check a file and put it into the store; pictures are turned upright and written anew.

    Raises: UploadRefused; its sentence is `sentence(refused)`.
    """
    slot, name = slot or Slot(), clean_name(upload.name or "")
    try:
        return _accept(upload, slot, name, files or store())
    except UploadRefused as refused:
        refused.facts = {"name": name, "how": "另存为 PDF", **refused.facts}
        raise


def sentence(refused: UploadRefused) -> str:
    """Return what is wrong with the file and what to do."""
    return _SENTENCES[refused.code].format_map(refused.facts)


def clean_name(name: str) -> str:
    """Return a file name that is only a name: no path, no control or direction characters, not too long."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    plain = " ".join(_FORBIDDEN.sub("", last).split()).strip(". ")
    if _DEVICES.match(plain):
        plain = f"_{plain}"
    stem, dot, extension = plain.rpartition(".")
    if not dot:
        stem, extension = plain, ""
    ending = f".{extension[:10]}" if extension else ""
    return f"{stem[: _NAME_MAX - len(ending)] or '文件'}{ending}"


def _accept(upload: UploadedFile, slot: Slot, name: str, files: FileStore) -> Accepted:
    source = upload.file
    size = upload.size or 0
    if not size:
        raise UploadRefused("empty")
    if size > slot.limit:
        raise UploadRefused("too_big", size=f"{size / _MEGABYTE:.1f}", limit=str(slot.limit // _MEGABYTE))
    code = _kind(source, name, slot)
    if code in ("jpg", "png"):  # the libraries come with the first file: most of a day's pages take none
        from yichuang.faces.common.uploads.pictures import clean_image

        with TemporaryFile() as upright:
            clean_image(source, upright, code)
            stored = files.put(_chunks(upright))
    else:
        _check(source, code)
        stored = files.put(_chunks(source))
    return Accepted(stored.digest, name, KINDS[code].media_type, stored.size)


def _check(source: BinaryIO, code: str) -> None:
    if code != "pdf":
        return check_office(source)
    from yichuang.faces.common.uploads.pdf import check_pdf

    check_pdf(source)


def _kind(source: BinaryIO, name: str, slot: Slot) -> str:
    """Return the kind of the content if the slot takes it and the name does not lie."""
    code, actual = sniff(source)
    extension = extension_of(name)
    claimed = next((kind for kind in KINDS.values() if extension in kind.extensions), None)
    if claimed is not None and claimed.code != code:
        raise UploadRefused("lying", extension=f".{extension}", actual=actual, how=claimed.how)
    if code not in slot.allowed:
        allowed = "、".join(KINDS[kind].name for kind in slot.allowed)
        raise UploadRefused("not_allowed", actual=actual, allowed=allowed, how=KINDS[slot.allowed[0]].how)
    if claimed is None:
        shown = f".{extension}" if extension else "空"
        raise UploadRefused("lying", extension=shown, actual=actual, how=KINDS[code].how)
    return code


def _chunks(source: BinaryIO) -> Iterator[bytes]:
    source.seek(0)
    while chunk := source.read(_CHUNK):
        yield chunk
