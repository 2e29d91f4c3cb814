"""What a ZIP container (Word, Excel, OFD) must not carry: a bomb, macros, hidden files, calls outside."""

from __future__ import annotations

import re
import stat
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from yichuang.faces.common.uploads.refused import UploadRefused

PARTS_MAX = 5_000
UNPACKED_MAX = 300 * 1024 * 1024
RATIO_MAX = 200
_SMALL = 1024 * 1024
_TEXT_PART_MAX = 16 * 1024 * 1024
_OUTSIDE = re.compile(
    rb"<Relationship\b[^>]*\b(attachedTemplate|oleObject|frame|subDocument|externalLinkPath)\b[^>]*>", re.I
)
_DDE = re.compile(rb"<w:(?:instrText[^>]*>[^<]*|fldSimple[^>]*w:instr=\"[^\"]*)\bDDE", re.I)
_SHEET_DDE = re.compile(rb"<ddeLink\b", re.I)


def check_office(source: BinaryIO) -> None:
    """Refuse a ZIP container that is a bomb, escapes its folder, or calls outside.  Raises: UploadRefused."""
    source.seek(0)
    try:
        with ZipFile(source) as archive:
            parts = archive.infolist()
            _check_sizes(parts)
            for part in parts:
                _check_part(archive, part)
    except (BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as damage:
        if isinstance(damage, UploadRefused):
            raise
        raise UploadRefused("broken") from damage


def _check_sizes(parts: list[ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if len(parts) > PARTS_MAX or unpacked > UNPACKED_MAX or unpacked > RATIO_MAX * max(packed, _SMALL // 8):
        raise UploadRefused("bomb")


def _check_part(archive: ZipFile, part: ZipInfo) -> None:
    name = part.filename
    if part.flag_bits & 1:
        raise UploadRefused("encrypted")
    if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise UploadRefused("broken")
    if name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or stat.S_ISLNK(part.external_attr >> 16):
        raise UploadRefused("broken")
    if re.search(r"vbaProject|vbaData|\.bin$", name, re.I) and not re.search(r"printerSettings", name, re.I):
        raise UploadRefused("active", what="宏或嵌入的对象")
    if re.search(r"\.(zip|docx?|xlsx?|pptx?|exe|js|vbs|bat|cmd|scr|jar|ofd)$", name, re.I):
        raise UploadRefused("active", what="夹带的文件")
    _check_text(archive, part)


def _check_text(archive: ZipFile, part: ZipInfo) -> None:
    name = part.filename.lower()
    if name.endswith(".rels"):
        for found in _OUTSIDE.finditer(_bounded(archive, part, _SMALL)):
            if re.search(rb'TargetMode\s*=\s*["\']External', found.group(0), re.I):
                raise UploadRefused("active", what="外部引用")
    elif name == "word/document.xml":
        if _DDE.search(_bounded(archive, part, _TEXT_PART_MAX)):
            raise UploadRefused("active", what="启动程序的动作")
    elif name.startswith("xl/externallinks/") and _SHEET_DDE.search(_bounded(archive, part, _SMALL)):
        raise UploadRefused("active", what="启动程序的动作")


def _bounded(archive: ZipFile, part: ZipInfo, limit: int) -> bytes:
    with archive.open(part) as body:
        text = body.read(limit + 1)
    if len(text) > limit:
        raise UploadRefused("too_complex")
    return text
