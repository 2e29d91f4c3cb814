"""Tampered containers (篡改的压缩包): what can be done to a package without opening its members."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from tests.acts.archive.tampering import Tamper, parts_of
from tests.acts.archive.tampering_members import CORPUS as MEMBERS
from tests.acts.archive.tampering_names import CORPUS as NAMES

CORPUS: dict[str, Tamper] = {**MEMBERS, **NAMES}


def raw(kind: str) -> Callable[[Tamper], None]:
    """Add a case that works on the bytes of the container."""

    def keep(work: Tamper) -> None:
        CORPUS[f"zip: {kind}"] = work

    return keep


def _zipped(parts: list[tuple[str, bytes]], method: int = ZIP_STORED, comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), ZipFile(out, "w", method) as package:
        warnings.simplefilter("ignore")  # of a name twice
        for name, body in parts:
            package.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), body, method)
        package.comment = comment
    return out.getvalue()


raw("cut in the middle")(lambda package: package[: len(package) // 2])
raw("nothing")(lambda package: b"")
raw("bytes before it")(lambda package: b"#!/bin/sh\n" + package)
raw("bytes behind it")(lambda package: package + b"trailing")
raw("a comment")(lambda package: _zipped(list(parts_of(package).items()), comment=b"hidden"))
raw("packed members")(lambda package: _zipped(list(parts_of(package).items()), ZIP_DEFLATED))
raw("a bomb")(lambda package: _zipped([*parts_of(package).items(), ("documents/z.pdf", bytes(9**8))], ZIP_DEFLATED))
raw("one name twice")(lambda package: _zipped([*parts_of(package).items(), ("ledger.json", b"{}")]))
raw("a path out of it")(lambda package: _zipped([*parts_of(package).items(), ("../../etc/passwd", b"x")]))
raw("an absolute path")(lambda package: _zipped([*parts_of(package).items(), ("/etc/passwd", b"x")]))
raw("members in another order")(lambda package: _zipped(list(reversed(parts_of(package).items()))))
raw("other times and modes")(lambda package: _zipped(list(parts_of(package).items())))


@raw("a local name that differs")
def _local(package: bytes) -> bytes:
    return package.replace(b"documents/001", b"documents/0O1", 1)


@raw("a byte between two members")
def _gap(package: bytes) -> bytes:
    place = package.index(b"PK\x03\x04", 10)
    return package[:place] + b"\x00" + package[place:]
