"""Rows of a new case: the case itself, applicant, materials, copied limits."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Number
from yichuang.acts.passing.proxy import for_unit, kept
from yichuang.law.book import book
from yichuang.records.applicants.vault import GIVEN, lookup_hash, seal, seal_values
from yichuang.records.cases.models import CaseState, Channel
from yichuang.records.catalogue.models import CaseKind, ItemVersion
from yichuang.records.catalogue.options import filing_is_quick
from yichuang.rules.clock import ClockTerms, clock_terms
from yichuang.rules.filings.concluding import filing_terms
from yichuang.rules.norms import Norms, Term, Unit
from yichuang.rules.numbering import NumberKind, case_number, counter_name
from yichuang.rules.verdict import Refused

if TYPE_CHECKING:
    from yichuang.acts.intake.submit import Submission


def terms_of(version: ItemVersion, profile: str, ctx: Context) -> ClockTerms:
    """Return the limits that this case will carry: the norms of the day and the item version's own."""
    return terms_under(version, book().norms(profile, ctx.today))


def terms_under(version: ItemVersion, norms: Norms) -> ClockTerms:
    """Return the limits of a case of this version under some norms. Raises NotInForce where none is."""
    statutory, promised = limits_of(version)
    joint, upward = version.kind == CaseKind.JOINT, version.kind == CaseKind.UPWARD
    terms = clock_terms(norms, item_limit=statutory, promised=promised, joint=joint, upward=upward)
    return filing_terms(terms, norms) if filing_is_quick(version) else terms


def limits_of(version: ItemVersion) -> tuple[Term | None, Term | None]:
    """Return the statutory and the promised limit that an item version itself states."""
    statutory = promised = None
    if version.statutory_number:
        statutory = Term(version.statutory_number, Unit(version.statutory_unit), version.statutory_basis)
    if version.promised_number:
        promised = Term(version.promised_number, Unit(version.promised_unit), "YC-承诺时限")
    return statutory, promised


def case_no(ctx: Context, prefix: str) -> Number:
    """Return the case number to draw (办件编号)."""
    year = ctx.today.year
    return Number(counter_name(NumberKind.CASE, prefix, year), lambda serial: case_number(prefix, year, serial))


def case_row(case_id: UUID, wish: Submission, ctx: Context, *, known: bool = False) -> dict[str, Any]:
    """Return the columns of a new case that come from the wish; number, people, place and dates are added to it.

    The register keeps what an applicant told first; the case of one who is `known` keeps its own telephone and address.
    """
    printable(wish.person.name)
    at_window = wish.channel == Channel.WINDOW
    return {
        "state": CaseState.RECEIVED.value, "outcome": "", "kind": wish.version.kind, "channel": wish.channel,
        "item_id": wish.version.item.id, "item_version_id": wish.version.id, "applicant_name": wish.person.name,
        "agent": kept(for_unit(wish, ctx), case_id), "situation": wish.situation,
        "form": seal_values({**wish.form, GIVEN: _given(wish)} if known else wish.form, case_id),
        "owner_id": wish.user_id, "handler_id": None,
        "clerk_id": ctx.officer.user_id if at_window else None, "submitted_at": ctx.at, "received_on": ctx.today,
        "correction_due_on": None, "prereviewed_on": None, "decided_on": None, "issued_on": None,
        "certificate_by": None, "closed_on": None, "tolerance_by": None, "payment_by": None, "expedited": False,
        "undertaken": False,
    }  # fmt: skip


def _given(wish: Submission) -> dict[str, str]:
    return {"phone": wish.person.phone, "address": wish.person.address}


def applicant_row(region_code: str, row_id: UUID, wish: Submission) -> dict[str, Any]:
    """Return the applicant's row: numbers sealed, looked up by keyed hash."""
    person = wish.person
    return {
        "id": row_id, "region_code": region_code, "kind": person.kind, "name": person.name,
        "identity_kind": person.identity_kind, "identity_cipher": seal(person.identity_no, row_id),
        "identity_hash": lookup_hash(person.identity_no), "phone_cipher": seal(person.phone, row_id),
        "phone_hash": lookup_hash(person.phone), "address_cipher": seal(person.address, row_id),
        "legal_person": person.legal_person, "user_id": None,
    }  # fmt: skip


def printable(name: str) -> None:
    """Refuse a name with pictures, private or unassigned characters: no paper could be made out to it.

    Raises: Refused.  Basis: XKF-31.1
    """
    bad = "".join(sorted({c for c in name if unicodedata.category(c) in ("So", "Sk", "Cs", "Co", "Cn", "Cc", "Cf")}))
    if bad or not name.strip():
        raise Refused("name_unprintable", "XKF-31.1", {"characters": bad})
