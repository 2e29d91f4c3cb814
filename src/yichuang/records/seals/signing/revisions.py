"""What a later time-stamp may bring into a sealed file (存档时间戳): itself and its field, and nothing else.

A reader lets pass what long-term validation may add: certificates, lists, metadata. Papers of ours are stamped once
more when they are sealed and never again, so everything that is not the time-stamp was put there by somebody else.
"""

from __future__ import annotations

from collections import Counter
from typing import Any
from xml.etree import ElementTree

_DATES = frozenset(("/ModDate", "/Producer"))  # what the writer of the time-stamp notes of itself
_NOTED = ("ModifyDate", "MetadataDate", "Producer")


def only_stamped(seal: Any, stamp: Any) -> bool:
    """Say whether the update with the time-stamp follows the seal at once and holds nothing but it."""
    reader, last = seal.reader, stamp.signed_revision
    if last != seal.signed_revision + 1 or last != reader.xrefs.total_revisions - 1:
        return False
    sealed, stamped = (reader.get_historical_resolver(one) for one in (seal.signed_revision, last))
    field = stamp.sig_field
    page = field.raw_get("/P") if "/P" in field else None
    info, told = reader.trailer.raw_get("/Info"), sealed.root.raw_get("/Metadata")
    known = {field.container_ref, field.raw_get("/V").reference, reader.root_ref}
    known |= {one.reference for one in (page, info, told, stamped.root.raw_get("/AcroForm")) if hasattr(one, "idnum")}
    return (
        set(reader.xrefs.explicit_refs_in_revision(last)) <= known
        and _same(sealed.root, stamped.root, frozenset({"/AcroForm"}))
        and _same(sealed(info.reference), stamped(info.reference), _DATES)
        and _words(sealed(told.reference).data) == _words(stamped(told.reference).data)
    )


def _same(first: Any, second: Any, but: frozenset[str]) -> bool:
    """Say whether two dictionaries hold the same, by reference where they refer."""
    names = (first.keys() | second.keys()) - but
    return all(name in first and name in second and first.raw_get(name) == second.raw_get(name) for name in names)


def _words(metadata: bytes) -> Counter[tuple[str, str]]:
    """Return what the metadata (XMP) say, without the notes of whoever wrote last."""
    found: Counter[tuple[str, str]] = Counter()
    for element in ElementTree.fromstring(metadata).iter():  # noqa: S314  of a file whose size is bounded
        pairs = [(element.tag, element.text or ""), *element.attrib.items()]
        found.update((tag, text.strip()) for tag, text in pairs if text.strip() and not tag.endswith(_NOTED))
    return found
