"""提交: an application enters the system, online or typed in at the window. That is its receipt (收件)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from yichuang.acts.act import clock_rows, stored_dates
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Number, Place, Row
from yichuang.acts.intake.applying import applicant_row, material_rows, terms_of
from yichuang.acts.papers.paper import About, slip
from yichuang.acts.papers.terms import handed_rows, told
from yichuang.records.applicants.models import Applicant
from yichuang.records.applicants.queries import find_applicant
from yichuang.records.cases.models import Case, CaseState, Channel
from yichuang.records.catalogue.models import ItemStatus, ItemVersion
from yichuang.records.documents.models import DocumentKind
from yichuang.records.ids import new_id
from yichuang.rules import permissions, transitions
from yichuang.rules.clock import fold
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.numbering import NumberKind, case_number, counter_name
from yichuang.rules.permissions import CasePlace
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Person:
    """The applicant as told (申请人信息)."""

    kind: str
    name: str
    identity_kind: str
    identity_no: str
    phone: str = ""
    address: str = ""
    legal_person: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """What is submitted: the item version, who applies, the form, and which files stand for which material."""

    version: ItemVersion
    person: Person
    form: Mapping[str, Any]
    materials: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    channel: str = Channel.ONLINE
    situation: str = ""
    agent: Mapping[str, str] = field(default_factory=dict)
    user_id: UUID | None = None


def submit(wish: Submission, ctx: Context) -> Filed:
    """Put a new case on record: number, receipt date, copied limits, materials, receipt slip.

    An electronic application is received when it enters the system, whatever the hour.
    Raises: Refused (item not open, not allowed), Conflict, KeyReused.  Basis: XKF-29.1, XKF-32.2, SPC09-6
    """
    item = wish.version.item
    region = ctx.directory.centres_by_id[item.centre_id].region.code
    first = repeated(region, ctx)
    if first is not None:
        return first
    department = ctx.directory.departments[item.department_id]
    if item.status != ItemStatus.OPEN:
        raise Refused("item_not_open", "XKF-30", {"item": item.name})
    own = wish.user_id if wish.channel != Channel.WINDOW else None
    place = CasePlace(region, department.id, own)
    permissions.may("case.submitted", ctx.officer, place).raise_if_refused()
    transitions.may("case.submitted", transitions.ANY, kind=wish.version.kind, paused=False).raise_if_refused()
    found = find_applicant(region, wish.person.identity_kind, wish.person.identity_no)
    holder = found.id if found else new_id()
    case_id, number = new_id(), _number(ctx, department.centre.prefix)
    profile = ctx.directory.profile(department.id)
    terms = terms_of(wish.version, profile, ctx)
    fact = ClockFact(FactKind.RECEIVED, ctx.today)
    calendar = ctx.directory.calendar(profile)
    clock = fold((fact,), terms, calendar, as_of=ctx.today)
    row = _case_row(wish, number, holder, department.id, profile, ctx) | {"terms": terms.to_facts()}
    people = () if found else (Row(Applicant, applicant_row(region, holder, wish)),)
    materials = material_rows(region, case_id, wish)
    receipt = slip(
        DocumentKind.RECEIPT, number, About(department, wish.person.name, item.name, ctx.today), ctx,
        materials=handed_rows((row.values for row in materials), wish.version.id), answer=told(terms.answer),
        answer_by=clock.answer_by, deemed=terms.deemed, receiver=_receiver(wish, ctx),
    )  # fmt: skip
    rows = (*clock_rows(region, case_id, (fact,), 0), *materials, receipt.row(region, case_id))
    grant = permissions.grant_for("case.submitted", ctx.officer, place)
    filing = Filing(
        place=Place(Case, "case", region, case_id, item_version_id=wish.version.id),
        verb="case.submitted",
        set=row | stored_dates(clock, calendar.version),
        add=(*people, *rows),
        facts={"channel": wish.channel},
        answer={"no": number, "documents": [str(rows[-1].values["id"])], "answer_by": clock.answer_by},
        post_id=grant.post_id if grant else None,
        create=True,
    )
    return file(filing, ctx)


def _receiver(wish: Submission, ctx: Context) -> str:
    """Return who took the application in: the clerk, or the online hall by itself."""
    return ctx.officer.name if wish.channel == Channel.WINDOW else "网上大厅（系统自动接收）"


def _number(ctx: Context, prefix: str) -> Number:
    year = ctx.today.year
    return Number(counter_name(NumberKind.CASE, prefix, year), lambda serial: case_number(prefix, year, serial))


def _case_row(
    wish: Submission, number: Number, holder: UUID, department_id: UUID, profile: str, ctx: Context
) -> dict[str, Any]:
    at_window = wish.channel == Channel.WINDOW
    return {
        "no": number, "state": CaseState.RECEIVED.value, "outcome": "", "kind": wish.version.kind,
        "channel": wish.channel, "item_id": wish.version.item.id, "item_version_id": wish.version.id,
        "department_id": department_id, "applicant_id": holder, "applicant_name": wish.person.name,
        "agent": dict(wish.agent), "situation": wish.situation, "profile": profile, "form": dict(wish.form),
        "owner_id": wish.user_id if not at_window else None, "handler_id": None, "clerk_id": ctx.officer.user_id if at_window else None, "submitted_at": ctx.at,
        "received_on": ctx.today, "correction_due_on": None, "prereviewed_on": None, "decided_on": None,
        "issued_on": None, "certificate_by": None, "closed_on": None,
    }  # fmt: skip
