"""After the commit of an erasure (清除落实): payload rows and bytes really go. Late or twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.apps import apps
from django.db import models

from yichuang.acts.inspection.chains import erased_seqs
from yichuang.records.cell import Cell
from yichuang.records.filestore import NoSuchFile, named_in, store
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
    left = named - still_named(named, (region_code, case_id), regions)
    return payloads, sum(remove(digest) for digest in sorted(left))


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


def still_named(digests: Iterable[str], own: tuple[str, UUID] | None, regions: Iterable[str]) -> set[str]:
    """Return which files any row names, but for those of the erased case and of what came from phones and went.

    One look through each table, for all the files.
    """
    wanted, places, named = set(digests), list(regions), set[str]()
    for model in apps.get_models():
        if not issubclass(model, Cell) or model._meta.app_label == "ledger":
            continue  # the ledger keeps digests of what is gone
        if wanted == named:
            break
        named |= _named(model, wanted - named, own, places)
    return named


def _named(model: type[Cell], digests: set[str], own: tuple[str, UUID] | None, regions: list[str]) -> set[str]:
    rows = model._base_manager.filter(region_code__in=regions)
    columns = {field.attname for field in model._meta.concrete_fields}
    if model is Arrival:
        rows = rows.filter(state=ArrivalState.WAITING)  # what was taken over is named by its material
    if own is not None and "case_id" in columns:
        rows = rows.exclude(region_code=own[0], case_id=own[1])
    found = set(rows.filter(digest__in=digests).values_list("digest", flat=True)) if "digest" in columns else set()
    for field in model._meta.concrete_fields:
        if isinstance(field, models.JSONField):
            found |= named_in(rows, field.attname, digests)
    return found


def remove(digest: str) -> int:
    """Delete one file from the store; what is gone already counts nothing."""
    try:
        place = store().path(digest)
        place.unlink()
    except (NoSuchFile, FileNotFoundError):
        return 0
    return 1
