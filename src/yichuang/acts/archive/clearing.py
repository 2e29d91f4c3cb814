"""After the commit of an erasure (清除落实): payload rows and bytes really go. Late or twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models.functions import Cast

from yichuang.acts.inspection.chains import erased_seqs
from yichuang.records.cell import Cell
from yichuang.records.filestore import NoSuchFile, store
from yichuang.records.ledger.models import Entry, Payload, Subject
from yichuang.records.uploads.models import Arrival, ArrivalState


def clear(region_code: str, case_id: UUID, regions: Iterable[str]) -> tuple[int, int]:
    """Delete the payloads and files that the ledger of a case says are erased; return how many of each.

    A file that another row still names stays.  Basis: GRXX-47.1, DAF-21
    """
    entries = list(Entry.objects.filter(region_code=region_code, subject=Subject.CASE, subject_id=case_id))
    gone = erased_seqs(entries)
    ids = [entry.id for entry in entries if entry.seq in gone]
    payloads, _ = Payload.objects.filter(region_code=region_code, entry_id__in=ids).delete() if ids else (0, {})
    named = {str(one) for entry in entries if entry.verb == "case.erased" for one in entry.facts.get("files", ())}
    removed = sum(
        remove(digest) for digest in sorted(named) if not still_named(digest, (region_code, case_id), regions)
    )
    return payloads, removed


def uncleared(region_code: str) -> Iterator[UUID]:
    """Yield the cases of a region whose erasure is on record and not carried out."""
    done = Entry.objects.filter(region_code=region_code, subject=Subject.CASE, verb="case.erased")
    for entry in done.iterator():
        seqs = entry.facts.get("erased", ())
        left = Entry.objects.filter(
            region_code=region_code, subject_id=entry.subject_id, seq__in=seqs, payloads__region_code=region_code
        )
        if left.exists():
            yield entry.subject_id


def still_named(digest: str, own: tuple[str, UUID] | None, regions: Iterable[str]) -> bool:
    """Return whether any row but those of the erased case, or of what came from phones and went, names the file."""
    return any(_names(model, digest, own, list(regions)) for model in apps.get_models() if issubclass(model, Cell))


def _names(model: type[Cell], digest: str, own: tuple[str, UUID] | None, regions: list[str]) -> bool:
    if model._meta.app_label == "ledger":
        return False  # the ledger keeps digests of what is gone
    rows = model._base_manager.filter(region_code__in=regions)
    columns = {field.attname for field in model._meta.concrete_fields}
    if model is Arrival:
        rows = rows.filter(state=ArrivalState.WAITING)  # what was taken over is named by its material
    if own is not None and "case_id" in columns:
        rows = rows.exclude(region_code=own[0], case_id=own[1])
    if "digest" in columns and rows.filter(digest=digest).exists():
        return True
    for field in model._meta.concrete_fields:
        if isinstance(field, models.JSONField):
            text = rows.annotate(as_text=Cast(field.attname, models.TextField()))
            if text.filter(as_text__contains=digest).exists():
                return True
    return False


def remove(digest: str) -> int:
    """Delete one file from the store; what is gone already counts nothing."""
    try:
        place = store().path(digest)
        place.unlink()
    except (NoSuchFile, FileNotFoundError):
        return 0
    return 1
