"""办件账目: every entry of a case with its facts, and whether the chain holds, verified anew each time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.acts.inspection.chains import chain_findings
from yichuang.acts.inspection.doctor import examine_case
from yichuang.acts.inspection.finding import Finding
from yichuang.faces.centre.evidence import shown_applicant
from yichuang.faces.centre.ledger_words import Reader, Written, scrubbed
from yichuang.faces.centre.scope import frame, watched_case
from yichuang.faces.centre.words import FINDINGS, verb_words
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.casework.history import Teller, TimelineEntry, name_of_actor, timeline
from yichuang.faces.common.casework.papers import document_address
from yichuang.records.cases.history import Event
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.ledger.models import Entry, Subject
from yichuang.records.ledger.queries import Chain, chain_of


@dataclass(frozen=True, slots=True)
class Line:
    """One entry in words: who did what, what was written, and what is wrong with it ("" when it is sound)."""

    seq: int
    verb: str
    told: TimelineEntry | None
    who: str
    text: str
    rows: tuple[Written, ...]
    hash: str
    previous: str
    erased: bool
    faults: tuple[str, ...]


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest, no: str) -> HttpResponse:
    """Show the ledger of one case with its verified chain."""
    case = watched_case(request, no)
    chain = chain_of(case.region_code, Subject.CASE, case.id)
    found = examine_case(chain.entries, request.directory) if chain.entries else []
    of_chain = chain_findings(case.no, chain.entries, chain.payloads)
    rest = [finding for finding in found if finding not in of_chain]
    applicant = shown_applicant(case)
    return render(
        request,
        "centre/ledger.html",
        frame(request)
        | {
            "case": case,
            "item": version_of(case.item_version_id).item,
            "applicant": applicant,
            "lines": list(_lines(case, chain, of_chain, applicant, request)),
            "faults": [(fault_words(finding), finding) for finding in rest],
            "sound": not found,
            "head": chain.entries[-1].hash if chain.entries else "",
        },
    )


def fault_words(finding: Finding) -> str:
    """Return what was found in Chinese."""
    return FINDINGS.get(finding.code, finding.code)


def _lines(
    case: CaseFile, chain: Chain, found: Sequence[Finding], applicant: str, request: HttpRequest
) -> Iterator[Line]:
    teller = Teller(case, request.directory, lambda ref: document_address(case.no, ref))
    version = version_of(case.item_version_id)
    known = {row["code"]: row.get("name", row["code"]) for row in version.situations}
    known |= {str(case.item_id): version.item.name, case.applicant_name: applicant, str(case.owner_id): "申请人"}
    reader = Reader(request.directory, known)
    for number, entry in enumerate(chain.entries, 1):
        payload = chain.payloads.get(entry.id)
        body = payload.body if payload is not None and isinstance(payload.body, Mapping) else {}
        told = _told(entry, body, teller)
        faults = tuple(fault_words(one) for one in found if one.where == f"ledger_entry {number}")
        who = told.who if told else ""
        yield Line(
            seq=entry.seq,
            verb=verb_words(entry.verb),
            told=told,
            who=applicant if who == case.applicant_name else who,
            text=scrubbed(told.text) if told else "",
            rows=_rows(reader, entry, body),
            hash=entry.hash,
            previous=entry.prev_hash,
            erased=payload is not None and not body,
            faults=faults if told is not None else (*faults, FINDINGS["entry_unreadable"]),
        )


def _told(entry: Entry, body: Mapping[str, Any], teller: Teller) -> TimelineEntry | None:
    """Return the entry as a timeline tells it; None where somebody damaged it beyond reading."""
    event = Event(entry.seq, entry.verb, entry.at, entry.actor_id, entry.post_id, entry.facts, body, erased=not body)
    try:
        quiet = TimelineEntry(entry.at, name_of_actor(event, teller), verb_words(entry.verb), "", "", public=False)
        return next(iter(timeline([event], teller)), quiet)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _rows(reader: Reader, entry: Entry, body: Mapping[str, Any]) -> tuple[Written, ...]:
    try:
        return tuple(reader.rows(entry.facts, body))
    except (AttributeError, KeyError, TypeError, ValueError):
        return ()
