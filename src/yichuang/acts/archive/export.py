"""移交导出: the packages of several cases as one file with one list (归档包集合), for the archives or a restore check.

The form is that of a package: stored members, `manifest.json` first. Every package in it is checked alone, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any
from zipfile import ZipFile

from yichuang.records.archive.models import ArchiveItem, ArchiveState
from yichuang.records.archive.package import INDEX, MANIFEST, SET_FORMAT, canonical, set_page
from yichuang.records.archive.zipping import Member, in_memory, on_disk, packed
from yichuang.records.filestore import store


def exported(title: str, items: Iterable[ArchiveItem]) -> Iterator[bytes]:
    """Yield the bytes of a set: what is archived and not destroyed, ordered by archive number.

    Raises: NoSuchFile.  Basis: DAF-15, DAF-39, ZXZW-12
    """
    rows = sorted((row for row in items if row.state == ArchiveState.ARCHIVED), key=lambda row: row.no)
    places = [on_disk(f"packages/{row.case.no}.zip", store().path(row.digest)) for row in rows]
    manifest = {
        "format": SET_FORMAT,
        "title": escape(title),
        "packages": [_line(row, place) for row, place in zip(rows, places, strict=True)],
    }
    members = sorted([in_memory(INDEX, set_page(manifest)), *places], key=lambda member: member.path)
    return packed([in_memory(MANIFEST, canonical(manifest)), *members])


def _line(row: ArchiveItem, place: Member) -> dict[str, Any]:
    return {
        "path": place.path, "sha256": row.digest, "size": place.size, "archive_no": row.no, "case_no": row.case.no,
        "item": _item_in(row), "retention": row.retention,
        "keep_until": row.keep_until.isoformat() if row.keep_until else None,
    }  # fmt: skip


def _item_in(row: ArchiveItem) -> str:
    """Return what the package calls the item: its name may have changed since."""
    with ZipFile(store().path(row.digest)) as package:
        return str(json.loads(package.read(MANIFEST))["item"])
