"""doctor (自检): go through every case of a region and report each difference. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from django.db import connection

from yichuang.acts.archive.examining import examine_disposals
from yichuang.acts.bulletins.examining import examine_bulletins
from yichuang.acts.fees.books.examining import examine_money
from yichuang.acts.inspection.accounts import examine_accounts, with_accounts
from yichuang.acts.inspection.authorised import examine_authorised
from yichuang.acts.inspection.books.concerns import examine_concerns
from yichuang.acts.inspection.books.templates import examine_templates
from yichuang.acts.inspection.books.uploads import examine_uploads
from yichuang.acts.inspection.certificates import examine_certificates, with_certificates
from yichuang.acts.inspection.chains import chain_findings, note_numbers
from yichuang.acts.inspection.finding import Finding
from yichuang.acts.inspection.images import images_of, row_findings
from yichuang.acts.inspection.items import examine_items
from yichuang.acts.inspection.law import law_findings
from yichuang.acts.inspection.levels import level_findings
from yichuang.acts.inspection.library import examine_library
from yichuang.acts.inspection.parts import part_findings
from yichuang.acts.inspection.projects import examine_projects
from yichuang.acts.inspection.staffing import examine_staffing
from yichuang.acts.proofs.examining import examine_proofs
from yichuang.acts.sampling.examining import examine_checks
from yichuang.records.applicants.models import Ban
from yichuang.records.archive.models import ArchiveItem
from yichuang.records.cases.models import Case, ClockEvent, Material, Stage
from yichuang.records.certificates.models import Certificate, Proposal, Renewal
from yichuang.records.delivery.models import Delivery, Dispatch
from yichuang.records.documents.models import Document
from yichuang.records.feedback.models import Invitation, Rating, RatingStep
from yichuang.records.fees.models import Checkout, Collection, Fee, Refund
from yichuang.records.hearings.models import Hearing, Inspection, InterestedParty
from yichuang.records.ledger.append_only import missing
from yichuang.records.ledger.models import Counter, Entry, Payload, Subject
from yichuang.records.meetings.models import Meeting, Seat
from yichuang.records.org.directory import Directory
from yichuang.records.seals.models import SealUse
from yichuang.records.supervision.models import Measure

OWNED = (
    ClockEvent, Material, Stage, Document, Meeting, Seat, Certificate, Delivery, Dispatch, ArchiveItem, Fee, Rating,
    InterestedParty, Hearing, Inspection, Proposal, Renewal, Ban, SealUse,
    Collection, Checkout, Refund, Measure, Invitation, RatingStep,
)  # fmt: skip


def examine(region_code: str, directory: Directory) -> Iterator[Finding]:
    """Yield everything in the region that the ledger doesn't explain: chains, rows, dates, states, numbers."""
    for trigger in sorted(missing(connection)):
        yield Finding("trigger_missing", "ledger_entry", trigger)
    drawn: dict[str, list[int]] = {}
    seen = set()
    entries = Entry.objects.filter(region_code=region_code, subject=Subject.CASE).order_by("subject_id", "seq")
    for subject_id, group in groupby(entries.iterator(chunk_size=2000), key=lambda entry: entry.subject_id):
        chain = list(group)
        seen.add(subject_id)
        for entry in chain:
            note_numbers(entry, drawn)
        yield from examine_case(chain, directory)
    yield from examine_items(region_code)
    yield from examine_money(region_code, drawn)
    yield from examine_templates(region_code)
    yield from examine_certificates(region_code, drawn)
    yield from examine_library(region_code, drawn)
    yield from examine_projects(region_code, drawn)
    yield from examine_disposals(region_code, drawn)
    yield from examine_checks(region_code, drawn)
    yield from examine_bulletins(region_code, drawn)
    yield from examine_accounts(region_code)
    yield from examine_uploads(region_code)
    yield from examine_concerns(region_code, drawn)
    yield from examine_staffing(region_code, drawn)
    if region_code == min(directory.centres):  # an organisation's people are the same everywhere: told once
        yield from examine_authorised(tuple(sorted(directory.centres)))
        yield from examine_proofs()
    for case in Case.objects.filter(region_code=region_code).only("id", "no").iterator():
        if case.id not in seen:
            yield Finding("row_unexplained", case.no, f"cases_case {case.id}")
    yield from _counters(region_code, drawn)


def examine_case(chain: list[Entry], directory: Directory) -> list[Finding]:
    """Return what is wrong with one case, given its entries in order."""
    first = chain[0]
    name = str(first.answer.get("no", first.subject_id))
    payloads = {
        row.entry_id: row
        for row in Payload.objects.filter(region_code=first.region_code, entry_id__in=[entry.id for entry in chain])
    }
    found = chain_findings(name, chain, payloads)
    try:
        images = with_certificates(images_of(chain, payloads, Case._meta.db_table), first.region_code)
        images = with_accounts(images, first.region_code)
        found += row_findings(name, images, OWNED, first.subject_id)
        found += law_findings(name, chain, directory)
        found += part_findings(name, images, directory)
        found += level_findings(name, images, directory)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        found.append(Finding("entry_unreadable", name, type(fault).__name__, str(fault)))
    return found


def _counters(region_code: str, drawn: dict[str, list[int]]) -> Iterator[Finding]:
    """Every number was drawn once, none is missing, and the counter stands at the last one."""
    stored = dict(Counter.objects.filter(region_code=region_code).values_list("name", "value"))
    for name in sorted(stored.keys() | drawn.keys()):
        values = sorted(drawn.get(name, []))
        if values != list(range(1, len(values) + 1)):
            yield Finding("number_gap", name, "ledger_counter")
        if stored.get(name, 0) != len(values):
            yield Finding("counter_differs", name, "ledger_counter", str(stored.get(name)), str(len(values)))
