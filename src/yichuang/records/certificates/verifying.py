"""公众核验: the certificate behind a code, an identifier or a number, with paper, seal and state. Few queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery

from yichuang.records.certificates.models import SUBJECT, Certificate
from yichuang.records.certificates.signature import UNSURE, signature_of
from yichuang.records.filestore import store
from yichuang.records.ledger.models import Entry
from yichuang.records.seals.models import Seal, SealUse
from yichuang.records.seals.signing.check import Checked
from yichuang.rules.library.identifying import Asked, Typed

OTHER_SEAL = "other_seal"  # signed well, but not with the seal that the log of seals names
_ENDINGS = ("suspended", "revoked", "withdrawn", "cancelled", "deregistered", "ending_noted")


@dataclass(frozen=True, slots=True)
class Register:
    """What the register says of the paper (登记簿): its digest, whether the file kept here still has it, its seal."""

    digest: str = ""
    intact: bool = False
    sealed_at: datetime | None = None
    seal: Checked | None = None  # what the seal in the file is worth; None where there is none, or another file

    @property
    def differs(self) -> bool:
        """Whether there is a paper, and it is not the one that was registered, or its seal is broken."""
        broken = self.seal is not None and bool(self.seal.fault) and self.seal.fault not in UNSURE
        return bool(self.digest) and (not self.intact or broken)


def behind(asked: Asked, regions: Sequence[str]) -> Certificate | None:
    """Return the certificate that was asked for, or None. One query.

    An identifier must be the certificate's own to the last character: its serial alone opens nothing.
    """
    rows = Certificate.objects.filter(region_code__in=list(regions)).select_related("issuer", "document")
    if asked.kind is Typed.CODE:
        return _only(rows.filter(verify_token=asked.value))
    if asked.kind is Typed.NUMBER:
        return _only(rows.filter(no=asked.value))
    if asked.kind is Typed.IDENTIFIER and asked.serial is not None:
        return _only(rows.filter(id=asked.serial, identifier=asked.value))
    return None


def _only(rows: QuerySet[Certificate]) -> Certificate | None:
    """Return the one row without sorting: an order would make the database walk all rows instead of the index."""
    return next(iter(rows[:1]), None)


def register_of(certificate: Certificate, regions: Sequence[str]) -> Register:
    """Return what the register holds of a certificate's paper; its file is checked anew. One query.

    A file that another seal signed than the one in the log is another file, however good that seal is.
    """
    paper = certificate.document if certificate.document_id else None
    if paper is None or not paper.digest:
        return Register()
    own = Seal.objects.filter(region_code__in=list(regions), id=OuterRef("seal_id")).values("serial")[:1]
    uses = SealUse.objects.filter(region_code=certificate.region_code, document_id=paper.id)
    rows = uses.annotate(serial=Subquery(own)).values_list("used_at", "digest", "serial")[:1]
    sealed, told, serial = next(iter(rows), (None, paper.digest, None))
    intact = told == paper.digest and store().intact(paper.digest)  # another good paper is not this one
    return Register(paper.digest, intact, sealed, _seal_on(paper.digest, serial) if intact and sealed else None)


def _seal_on(digest: str, serial: str | None) -> Checked:
    found = signature_of(digest)
    other = serial and found.serial and found.serial != serial and (not found.fault or found.fault in UNSURE)
    return replace(found, fault=OTHER_SEAL) if other else found


def changed_at(certificate: Certificate) -> datetime | None:
    """Return when the certificate went out of force by an act, or None. One query."""
    rows = Entry.objects.filter(
        region_code=certificate.region_code, subject=SUBJECT, subject_id=certificate.id,
        verb__in=[f"certificate.{verb}" for verb in _ENDINGS],
    )  # fmt: skip
    return rows.order_by("-seq").values_list("at", flat=True).first()
