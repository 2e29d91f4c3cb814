"""Writing a package (封装): the same members always make the same bytes; large files pass through in pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, BinaryIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX, _MODE = 3, 0o100444 << 16
_CHUNK = 1024 * 1024
Opener = Callable[[], AbstractContextManager[BinaryIO]]


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a package: where it lies inside, and how its bytes are read."""

    path: str
    size: int
    open: Opener


def in_memory(path: str, body: bytes) -> Member:
    """Return a member whose bytes are at hand."""
    return Member(path, len(body), lambda: BytesIO(body))


def on_disk(path: str, place: Path) -> Member:
    """Return a member that lies in the store."""
    return Member(path, place.stat().st_size, lambda: place.open("rb"))


def write(members: Iterable[Member], out: IO[bytes]) -> None:
    """Write the members in the order given, stored, without times and owners."""
    with ZipFile(out, "w", ZIP_STORED, allowZip64=True) as package:
        for member in members:
            entry = ZipInfo(member.path, _EPOCH)
            entry.create_system, entry.external_attr, entry.file_size = _UNIX, _MODE, member.size
            with member.open() as source, package.open(entry, "w") as target:
                while piece := source.read(_CHUNK):
                    target.write(piece)


def packed(members: Iterable[Member]) -> Iterator[bytes]:
    """Yield the bytes of a package in pieces."""
    with TemporaryFile() as out:
        write(members, out)
        out.seek(0)
        while piece := out.read(_CHUNK):
            yield piece
