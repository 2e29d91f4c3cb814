"""加贴标签、加盖检验印章: what passed is marked on the thing itself, with numbers that everybody can check."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.decision.issue import certificate_row, valid_to
from yichuang.acts.fees.stage import unpaid
from yichuang.acts.filing.shapes import Number
from yichuang.acts.handling.stages import open_stage
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import slip
from yichuang.records.cases.models import CaseOutcome, CaseState, Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.certificates.queries import certificates_of
from yichuang.records.documents.models import DocumentKind
from yichuang.records.hearings.models import Inspection, InspectionKind
from yichuang.records.hearings.queries import inspections_of
from yichuang.records.ids import new_id
from yichuang.rules.hearing.inspections import SUBSTANCE
from yichuang.rules.hearing.marking import MARK, may_mark
from yichuang.rules.numbering import NumberKind, certificate_number, counter_name
from yichuang.rules.tolerance import deferring
from yichuang.rules.typed import typed
from yichuang.rules.verdict import Refused

_FORMS: Mapping[str, tuple[str, str]] = {"label": ("标签", "检标字"), "stamp": ("印章", "检印字")}


@dataclass(frozen=True, slots=True)
class Marking:
    """A label or a stamp, on which objects, and where on them."""

    on: On
    form: str
    objects: tuple[str, ...]
    spot: str = ""


@case_act(verb="case.marked")
def mark(case: CaseFile, wish: Marking, ctx: Context) -> Work:
    """Draw the number of the mark, freeze which objects bear it, and let it be checked as a certificate is.

    Where the item gives a certificate too, that comes first; where the mark is all it gives, the case is ready
    to be handed over. It has the same ten days as a certificate.  Basis: XKF-39.2, XKF-44
    """
    if case.outcome != CaseOutcome.GRANTED:
        raise Refused("not_granted", "XKF-44")
    version, norms, subject = version_of(case.item_version_id), norms_of(case), about(case, ctx)
    instead = version.certificate.get("form") == MARK
    if case.state == CaseState.DECIDED and not instead:
        raise Refused("certificate_first", "XKF-39")
    deferring.may_issue(until=case.tolerance_by, norms=norms).raise_if_refused()
    if unpaid(case):
        raise Refused("fee_unpaid", "S0b-19.1")
    objects = tuple(word for word in (typed(one, "物品名称和编号", 80) for one in wish.objects) if word)
    last = _last_test(case)
    may_mark(wish.form, objects, norms, passed=last is not None and last.passed).raise_if_refused()
    thing, series = _FORMS[wish.form]
    type_name = f"{_kind(last)}合格{thing}"
    if any(held.type_name == type_name for held in certificates_of(case.region_code, case.id)):
        raise Refused("marked_already", "XKF-39.2", {"what": type_name})
    word, year = ctx.directory.departments[case.department_id].document_word + series, ctx.today.year
    number = Number(
        counter_name(NumberKind.CERTIFICATE, word, year), lambda serial: certificate_number(word, year, serial)
    )
    token, document_id = secrets.token_hex(16), new_id()
    until = valid_to(ctx.today, version.certificate.get("valid_years"))
    told = _told(wish, objects, last, ctx) | {"type_name": type_name, "valid_to": until, "verify_token": token}
    paper = slip(DocumentKind.LABEL, number, subject, ctx, basis="XKF-39.2", **told)
    row = certificate_row(
        case, ctx, document_id, type_name=type_name, no=number, verify_token=token, valid_to=until, renews_id=None
    )
    stage = open_stage(
        case, StageKind.MARKING.value, ctx, due_on=case.certificate_by, assignee_id=ctx.officer.user_id,
        done_at=ctx.at, conclusion=Conclusion.AGREE.value, particulars={"form": wish.form, "objects": list(objects)},
    )  # fmt: skip
    late = case.certificate_by is not None and ctx.today > case.certificate_by
    issued = {"issued_on": ctx.today} if case.state == CaseState.DECIDED else {}
    return Work(
        set=issued, add=(row, stage), papers=(replace(paper, id=document_id),),
        facts={"form": wish.form, "objects": len(objects), "late": late},
    )  # fmt: skip


def _last_test(case: CaseFile) -> Inspection | None:
    """Return the latest inspection, testing or quarantine of the case."""
    rows = [row for row in inspections_of(case.region_code, case.id) if row.kind != SUBSTANCE]
    return rows[-1] if rows else None


def _kind(last: Inspection | None) -> str:
    return str(InspectionKind(last.kind).label) if last else ""


def _told(wish: Marking, objects: Sequence[str], last: Inspection | None, ctx: Context) -> dict[str, Any]:
    seen = last or Inspection()
    return {
        "form": wish.form, "objects": list(objects), "spot": typed(wish.spot, "加贴、加盖的位置", 80),
        "standard": seen.standard, "inspected_on": seen.on, "inspection": _kind(last),
        "officers": [ctx.directory.names.get(one, "") for one in seen.people],
    }  # fmt: skip
