"""Files by their content (文件库): one folder, each file once under its SHA-256, synced before it is named.

No model: rows elsewhere hold the digest. A file that no row names is left over from what did not happen.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256
from operator import or_
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

_DIGEST = re.compile(r"[0-9a-f]{64}")
_CHUNK = 1024 * 1024


class NoSuchFile(LookupError):
    """No file with this digest is in the store."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that is safely on disk."""

    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class FileStore:
    """A folder of files named by their content."""

    root: Path

    def put(self, content: bytes | Iterable[bytes]) -> Stored:
        """Write, sync and name a file. Putting the same content again changes nothing."""
        hasher, size = sha256(), 0
        incoming = self.root / "incoming"
        incoming.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=incoming)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as out:
                for chunk in [content] if isinstance(content, bytes) else content:
                    hasher.update(chunk)
                    size += out.write(chunk)
                out.flush()
                os.fsync(out.fileno())
            stored = Stored(hasher.hexdigest(), size)
            self._take_in(temporary, self.path(stored.digest))
            return stored
        finally:
            temporary.unlink(missing_ok=True)

    def path(self, digest: str) -> Path:
        """Return where a file lies.  Raises: NoSuchFile for what is no digest."""
        if not _DIGEST.fullmatch(digest):
            raise NoSuchFile(digest)
        return self.root / digest[:2] / digest[2:4] / digest

    def has(self, digest: str) -> bool:
        """Return whether the file is there."""
        return bool(_DIGEST.fullmatch(digest)) and self.path(digest).is_file()

    @contextmanager
    def open(self, digest: str) -> Iterator[BinaryIO]:
        """Open a file for reading.  Raises: NoSuchFile."""
        try:
            source = self.path(digest).open("rb")
        except OSError as missing:
            raise NoSuchFile(digest) from missing
        with source:
            yield source

    def read(self, digest: str) -> bytes:
        """Return the bytes of a file.  Raises: NoSuchFile."""
        with self.open(digest) as source:
            return source.read()

    def intact(self, digest: str) -> bool:
        """Return whether the bytes on disk still have their digest (完整性)."""
        hasher = sha256()
        with suppress(NoSuchFile), self.open(digest) as source:
            while chunk := source.read(_CHUNK):
                hasher.update(chunk)
            return hasher.hexdigest() == digest
        return False

    def _take_in(self, temporary: Path, place: Path) -> None:
        """Move a synced file to its place and sync the folders on the way."""
        if place.is_file():
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        temporary.chmod(0o440)
        temporary.replace(place)
        for folder in (place.parent, place.parent.parent, self.root):
            _sync_folder(folder)


def named_in(rows: QuerySet[Any], column: str, digests: set[str]) -> set[str]:
    """Return which of these files a JSON column of these rows names. One look through the rows for all of them."""
    any_of = reduce(or_, (Q(as_text__contains=digest) for digest in sorted(digests)), Q(pk__in=[]))
    texts = rows.annotate(as_text=Cast(column, TextField())).filter(any_of).values_list("as_text", flat=True)
    return {digest for text in texts.iterator() for digest in digests if digest in text}


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # folders can't be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def store() -> FileStore:
    """Return the store of this installation."""
    return FileStore(Path(settings.YICHUANG_FILES))
