"""What the register knows of delivered files (登记簿): number and digest of the whole file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from yichuang.records.documents.models import Document, DocumentKind
from yichuang.records.seals.keeping import authority, means
from yichuang.records.seals.signing.extract import extract_of
from yichuang.records.seals.signing.keys import from_file

_KEY = "register.p12"


def registered(regions: Iterable[str], no: str, digest: str) -> bool | None:
    """Say whether a file is the registered one of that number; None where no paper made has this number.

    Slips go by the number of their case (收件凭证、送达回证): any of them may be meant.
    """
    rows = Document.objects.filter(region_code__in=list(regions), kind__in=DocumentKind.values, no=no)
    digests = set(rows.exclude(digest="").values_list("digest", flat=True))
    return digest in digests if digests else None


def extract(regions: Iterable[str], at: datetime) -> bytes:
    """Return all numbers and digests, signed: what a verifier elsewhere takes along."""
    found = means().folder / _KEY
    if not found.is_file():
        authority(at).issue(found, "一窗测试登记簿", at)
    rows = Document.objects.filter(region_code__in=list(regions)).exclude(digest="")
    told = {f"{kind}:{no}": digest for kind, no, digest in rows.values_list("kind", "no", "digest").iterator()}
    return extract_of(told, at.isoformat(), from_file(found, means().password))
