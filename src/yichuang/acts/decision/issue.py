"""制证: the certificate gets its number and its paper, which is sealed when it is pressed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.certificate.renewing import renewed
from yichuang.acts.context import Context
from yichuang.acts.fees.stage import unpaid
from yichuang.acts.filing.shapes import Number, Row
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import slip
from yichuang.records.cases.models import CaseOutcome, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.certificates.models import Certificate, CertificateStatus
from yichuang.records.certificates.types import identifier_for
from yichuang.records.documents.models import DocumentKind
from yichuang.records.ids import new_id
from yichuang.rules.hearing.marking import MARK
from yichuang.rules.numbering import NumberKind, certificate_number, counter_name
from yichuang.rules.tolerance import deferring
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Issue:
    """Which granted case gets its certificate."""

    on: On


@case_act(verb="case.issued")
def issue(case: CaseFile, wish: Issue, ctx: Context) -> Work:
    """Draw the certificate number and freeze what the certificate says.

    Basis: XKF-39, XKF-44, S0b-19.1, S0f-4.1
    """
    if case.outcome != CaseOutcome.GRANTED:
        raise Refused("not_granted", "XKF-44")
    deferring.may_issue(until=case.tolerance_by, norms=norms_of(case)).raise_if_refused()
    if case.stage(StageKind.RECOVERY):
        raise Refused("recovery_running", "XKF-69.2")
    if unpaid(case):
        raise Refused("fee_unpaid", "S0b-19.1")
    department, kind = ctx.directory.departments[case.department_id], version_of(case.item_version_id).certificate
    subject = about(case, ctx)
    if kind.get("form") == MARK:
        raise Refused("mark_instead", "XKF-39.2")
    type_name = kind.get("type_name") or ("行政许可证件" if subject.licence else "办理结果证明")
    word, year = kind.get("word") or department.document_word + "证字", ctx.today.year
    number = Number(
        counter_name(NumberKind.CERTIFICATE, word, year), lambda serial: certificate_number(word, year, serial)
    )
    token, document_id, years = secrets.token_hex(16), new_id(), kind.get("valid_years")
    lasting = renewed(case, years, valid_to(ctx.today, years))
    paper = slip(
        DocumentKind.CERTIFICATE, number, subject, ctx, holder=case.applicant_name, type_name=type_name,
        valid_to=lasting["valid_to"], verify_token=token,
    )  # fmt: skip
    row = certificate_row(case, ctx, document_id, type_name=type_name, no=number, verify_token=token, **lasting)
    named = replace(paper, id=document_id)
    return Work(set={"issued_on": ctx.today}, add=(row,), papers=(named,))


def certificate_row(case: CaseFile, ctx: Context, document_id: UUID, *, type_name: str, **more: Any) -> Row:
    """Return the row of a certificate that is in force from today; `more` are its number, code and end."""
    row_id, department = new_id(), ctx.directory.departments[case.department_id]
    row = {
        "id": row_id, "region_code": case.region_code, "case_id": case.id, "document_id": document_id,
        "type_name": type_name, "holder_id": case.applicant_id, "holder_name": case.applicant_name,
        "identifier": identifier_for(type_name, department, row_id, ctx.directory),
        "issuer_id": department.id, "issued_on": ctx.today, "status": CertificateStatus.VALID.value,
        "deemed_on": None, "changes": "", "version": 0, "ledger_seq": 0, "ledger_hash": "",
    }  # fmt: skip
    return Row(Certificate, row | more)


def valid_to(on: date, years: int | None) -> date | None:
    """Return the last day of validity: the day before the matching day, or None for no end."""
    if not years:
        return None
    day = min(on.day, 28) if on.month == 2 else on.day
    return date.fromordinal(date(on.year + years, on.month, day).toordinal() - 1)
