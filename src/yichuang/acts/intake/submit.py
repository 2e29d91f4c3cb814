"""提交: an application enters the system, online or typed in at the window. That is its receipt (收件)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from yichuang.acts.act import clock_rows, stored_dates
from yichuang.acts.certificate.banning import not_barred
from yichuang.acts.certificate.renewing import RenewalPlace, renewal_rows
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file
from yichuang.acts.filing.shapes import Conflict, Filed, Filing, Place, Row
from yichuang.acts.intake.applying import applicant_row, case_no, case_row, terms_of
from yichuang.acts.intake.brought import material_rows
from yichuang.acts.intake.entering import judged_entry
from yichuang.acts.intake.known import known
from yichuang.acts.papers.about import about_item
from yichuang.acts.papers.paper import slip
from yichuang.acts.papers.terms import answer_fields, handed_rows, told
from yichuang.records.applicants.models import Applicant
from yichuang.records.cases.models import Case, Channel
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.documents.models import DocumentKind
from yichuang.records.ids import new_id
from yichuang.rules.clock import fold
from yichuang.rules.facts import ClockFact, FactKind


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
    agent: Mapping[str, Any] = field(default_factory=dict)
    user_id: UUID | None = None
    entrusted: bool = False  # by the agent of a project: the authority stands on the project
    turned_away: bool = False  # received only to be told in writing that it is not accepted (不予受理)
    renews: UUID | None = None  # the certificate whose renewal is asked for (延续)


def submit(wish: Submission, ctx: Context) -> Filed:
    """Put a new case on record: number, receipt date, copied limits, materials, receipt slip.

    An electronic application is received when it enters the system, whatever the hour. Where somebody enters the
    same new applicant at the same moment, he is known the second time.
    Raises: Refused (item not open, not allowed), Conflict, KeyReused.  Basis: XKF-29.1, XKF-32.2, SPC09-6
    """
    try:
        return _submit(wish, ctx)
    except Conflict:
        return _submit(wish, ctx)


def _submit(wish: Submission, ctx: Context) -> Filed:
    item = wish.version.item
    region = ctx.directory.centres_by_id[item.centre_id].region.code
    found, first = known(region, wish, ctx)
    if first is not None:
        return first
    department = ctx.directory.departments[item.department_id]
    post_id = judged_entry(wish, region, department.id, ctx)
    not_barred(region, wish.version, wish.person, ctx.today)
    case_id, holder = new_id(), found or new_id()
    number, profile = case_no(ctx, department.centre.prefix), ctx.directory.profile(department.id)
    terms, calendar = terms_of(wish.version, profile, ctx), ctx.directory.calendar(profile)
    fact = ClockFact(FactKind.RECEIVED, ctx.today)
    clock = fold((fact,), terms, calendar, as_of=ctx.today)
    drawn = {"no": number, "applicant_id": holder, "department_id": department.id, "profile": profile}
    told_row = case_row(case_id, wish, ctx, known=found is not None) | drawn | {"terms": terms.to_facts()}
    people = () if found else (Row(Applicant, applicant_row(region, holder, wish)),)
    materials = material_rows(region, case_id, wish)
    receipt = slip(
        DocumentKind.RECEIPT, number, about_item(wish.version, department, wish.person.name, ctx.today), ctx,
        materials=handed_rows((row.values for row in materials), wish.version.id), answer=told(terms.answer),
        deemed=terms.deemed, receiver=_receiver(wish, ctx), **answer_fields(clock.answer_by, calendar),
    )  # fmt: skip
    more = renewal_rows(RenewalPlace(region, case_id, department.id, profile, found), wish, ctx)
    rows = (*clock_rows(region, case_id, (fact,), 0), *materials, *more, receipt.row(region, case_id))
    filing = Filing(
        place=Place(Case, "case", region, case_id, item_version_id=wish.version.id),
        verb="case.submitted",
        set=told_row | stored_dates(clock, calendar.version),
        add=(*people, *rows),
        facts={"channel": wish.channel},
        answer={"no": number, "documents": [str(rows[-1].values["id"])], "answer_by": clock.answer_by},
        post_id=post_id,
        create=True,
    )
    return file(filing, ctx)


def _receiver(wish: Submission, ctx: Context) -> str:
    """Return who took the application in: the clerk, or the online hall by itself."""
    return ctx.officer.name if wish.channel == Channel.WINDOW else "网上大厅（系统自动接收）"
