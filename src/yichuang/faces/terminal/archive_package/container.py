"""The container of a package (归档包的外壳): a ZIP that hides nothing, and is written in the one lawful form."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

MANIFEST, INDEX, LEDGER = "manifest.json", "index.html", "ledger.json"
MEMBERS_MAX = 20_000
MEMBER_MAX = 2 * 1024**3
TEXT_MAX = 64 * 1024**2
_CHUNK = 1024 * 1024
_PATH = re.compile(r"(?:(?:documents|materials|proofs|checkpoints|packages)/)?[\w.\-]+")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX, _MODE = 3, 0o100444 << 16


class Unreadable(Exception):
    """The file is no package that could be looked into; says why in words."""


@dataclass(frozen=True, slots=True)
class Container:
    """What was found inside: the digest of every member, and the texts that are read further."""

    digests: dict[str, str]
    sizes: dict[str, int]
    texts: dict[str, bytes]
    digest: str


def open_container(path: Path) -> Container:
    """Read every member once, piece by piece.  Raises: Unreadable."""
    try:
        with path.open("rb") as source, ZipFile(source) as package:
            parts = package.infolist()
            _look(parts, path.stat().st_size)
            found = Container({}, {}, {}, digest_of(path))
            for part in parts:
                _read(package, part, found)
            if _written_again(package, parts) != found.digest:
                raise Unreadable("压缩包不是规定的写法，可能夹带了别的内容")
            return found
    except (BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as fault:
        raise Unreadable("不是完整的归档包，打不开") from fault


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    hasher = hashlib.sha256()
    with path.open("rb") as source:
        while piece := source.read(_CHUNK):
            hasher.update(piece)
    return hasher.hexdigest()


def _look(parts: list[ZipInfo], size: int) -> None:
    """Refuse what no package has: names twice, paths out of it, packed members, more than is there."""
    names = [part.filename for part in parts]
    if not names or names[0] != MANIFEST:
        raise Unreadable("第一个文件不是 manifest.json")
    if len(names) > MEMBERS_MAX or len(set(names)) != len(names):
        raise Unreadable("文件名重复，或者文件过多")
    if names[1:] != sorted(names[1:]):
        raise Unreadable("文件没有按名称排列")
    for part in parts:
        if not _PATH.fullmatch(part.filename) or ".." in part.filename:
            raise Unreadable("含有不该有的路径")
        if part.compress_type != ZIP_STORED or part.flag_bits & 1 or part.file_size > min(MEMBER_MAX, size):
            raise Unreadable("含有压缩、加密或者过大的文件")
    if sum(part.file_size for part in parts) > size:
        raise Unreadable("文件大小之和超过归档包")


def _read(package: ZipFile, part: ZipInfo, found: Container) -> None:
    hasher, kept, text = hashlib.sha256(), bytearray(), part.filename.count("/") == 0
    if text and part.file_size > TEXT_MAX:
        raise Unreadable("清单过大")
    with package.open(part) as source:
        while piece := source.read(_CHUNK):
            hasher.update(piece)
            if text:
                kept += piece
    found.digests[part.filename], found.sizes[part.filename] = hasher.hexdigest(), part.file_size
    if text:
        found.texts[part.filename] = bytes(kept)


def _written_again(package: ZipFile, parts: list[ZipInfo]) -> str:
    """Return the digest that the same members have in the one lawful form: whatever is hidden shows."""
    hasher = hashlib.sha256()
    with TemporaryFile() as out:
        with ZipFile(out, "w", ZIP_STORED) as again:
            for part in parts:
                entry = ZipInfo(part.filename, _EPOCH)
                entry.create_system, entry.external_attr, entry.file_size = _UNIX, _MODE, part.file_size
                with package.open(part) as source, again.open(entry, "w") as target:
                    while piece := source.read(_CHUNK):
                        target.write(piece)
        for piece in _pieces(out):
            hasher.update(piece)
    return hasher.hexdigest()


def _pieces(out: object) -> Iterator[bytes]:
    out.seek(0)  # type: ignore[attr-defined]
    while piece := out.read(_CHUNK):  # type: ignore[attr-defined]
        yield piece
