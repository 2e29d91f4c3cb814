"""What a file is, by its content (文件类型): never by its name, never by what the browser says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

import filetype

_HEAD = 8192
_CONTENT_TYPES_LIMIT = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file that may be handed in."""

    code: str
    name: str
    media_type: str
    extensions: frozenset[str]
    how: str  # how to make one


KINDS: Mapping[str, Kind] = {
    kind.code: kind
    for kind in (
        Kind("pdf", "PDF", "application/pdf", frozenset({"pdf"}), "另存为 PDF"),
        Kind("jpg", "JPG 图片", "image/jpeg", frozenset({"jpg", "jpeg", "jpe", "jfif"}), "拍照或扫描成 JPG"),
        Kind("png", "PNG 图片", "image/png", frozenset({"png"}), "截图或扫描成 PNG"),
        Kind(
            "docx",
            "Word 文档",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            frozenset({"docx"}),
            "另存为 .docx",
        ),
        Kind(
            "xlsx",
            "Excel 表格",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            frozenset({"xlsx"}),
            "另存为 .xlsx",
        ),
        Kind("ofd", "OFD 版式文件", "application/ofd", frozenset({"ofd"}), "导出为 OFD"),
    )
}
_OTHERS = (
    (re.compile(rb"^MZ"), "Windows 程序"),
    (re.compile(rb"^\x7fELF"), "Linux 程序"),
    (re.compile(rb"^\xd0\xcf\x11\xe0"), "旧版 Office 文档（.doc、.xls）"),
    (re.compile(rb"^Rar!"), "RAR 压缩包"),
    (re.compile(rb"^7z\xbc\xaf"), "7z 压缩包"),
    (re.compile(rb"^\s*(<!doctype html|<html|<script|<svg|<\?xml)", re.I), "网页或 XML 文件"),
    (re.compile(rb"^#!"), "脚本"),
    (re.compile(rb"^AC10"), "CAD 图纸（.dwg）"),
)


def sniff(source: BinaryIO) -> tuple[str, str]:
    """Return (code, name): the code of a known kind, else "" and what the content seems to be."""
    source.seek(0)
    head = source.read(_HEAD)
    if head.startswith(b"%PDF-"):
        return "pdf", KINDS["pdf"].name
    if head.startswith(b"\xff\xd8\xff"):
        return "jpg", KINDS["jpg"].name
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png", KINDS["png"].name
    if head.startswith(b"PK\x03\x04"):
        return _zip_kind(source)
    return "", _other(head)


def extension_of(name: str) -> str:
    """Return the extension of a name, lower case, without the dot."""
    return name.rsplit(".", 1)[1].lower() if "." in name else ""


def _zip_kind(source: BinaryIO) -> tuple[str, str]:
    """Look into a ZIP container: OFD, Word and Excel are ZIP files with a fixed table of contents."""
    try:
        with ZipFile(source) as archive:
            names = set(archive.namelist())
            if "OFD.xml" in names:
                return "ofd", KINDS["ofd"].name
            if "[Content_Types].xml" not in names:
                return "", "ZIP 压缩包"
            with archive.open("[Content_Types].xml") as part:
                types = part.read(_CONTENT_TYPES_LIMIT)
    except (BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        return "", "损坏的压缩包"
    if b"macroEnabled" in types:
        return "", "带宏的 Office 文档"
    for code, mark in (
        ("docx", b"wordprocessingml.document.main+xml"),
        ("xlsx", b"spreadsheetml.sheet.main+xml"),
    ):
        if mark in types:
            return code, KINDS[code].name
    return "", "其他 Office 文档"


def _other(head: bytes) -> str:
    for pattern, name in _OTHERS:
        if pattern.search(head):
            return name
    guess = filetype.guess_extension(head)
    return f".{guess} 文件" if guess else "不认识的文件"
