"""文件库: content-addressed, synced, never overwritten."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from yichuang.records.filestore import FileStore, NoSuchFile, Stored

TEXT = "准予许可".encode()


@pytest.fixture
def files(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "files")


def test_it_works(files: FileStore) -> None:
    stored = files.put(iter([TEXT[:5], TEXT[5:]]))
    assert stored == Stored(sha256(TEXT).hexdigest(), len(TEXT))
    assert files.read(stored.digest) == TEXT
    assert files.has(stored.digest)


def test_the_same_content_is_kept_once(files: FileStore) -> None:
    first, second = files.put(TEXT), files.put(TEXT)
    assert first == second
    assert [p for p in files.root.rglob("*") if p.is_file()] == [files.path(first.digest)]


def test_a_broken_off_upload_leaves_nothing(files: FileStore) -> None:
    def breaking() -> object:
        yield TEXT
        raise ConnectionError

    with pytest.raises(ConnectionError):
        files.put(breaking())
    assert not [p for p in files.root.rglob("*") if p.is_file()]


def test_a_changed_file_is_found_out(files: FileStore) -> None:
    stored = files.put(TEXT)
    files.path(stored.digest).chmod(0o640)
    files.path(stored.digest).write_bytes(b"forged")
    assert not files.intact(stored.digest)


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "a" * 64, "A" * 64])
def test_an_unknown_digest_is_refused(files: FileStore, digest: str) -> None:
    assert not files.has(digest)
    with pytest.raises(NoSuchFile):
        files.read(digest)
