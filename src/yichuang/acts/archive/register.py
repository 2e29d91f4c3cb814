"""归档登记: a closed case gets its archive number, its retention and the last day it is kept."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.archive.indexed import names_now
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Number, Row
from yichuang.records.archive.models import ArchiveItem, ArchiveState
from yichuang.records.archive.queries import item_of, listed_on
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.queries import unmade_of
from yichuang.records.ids import new_id
from yichuang.rules.archive import retention as rules
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Registration:
    """Which closed case."""

    on: On


@case_act(verb="case.archive_registered")
def register_archive(case: CaseFile, wish: Registration, ctx: Context) -> Work:
    """Draw the archive number: without gaps for each department and year of the end. The package follows.

    Basis: DAF-13, DAF-14.1, ZXZW-12
    """
    if item_of(case.region_code, case.id) is not None:
        raise Refused("archived_already", "DAF-14.1")
    pending = listed_on(case.region_code, case.id)
    if pending:
        raise Refused("on_disposal_list", "DAF-21", {"list": pending})
    if unmade_of(case.region_code, case.no):
        raise Refused("archive_papers_missing", "DAF-13")
    norms, closed_on, version = norms_of(case), case.closed_on or ctx.today, version_of(case.item_version_id)
    department = ctx.directory.departments[case.department_id]
    fonds, office, year = department.centre.prefix, department.document_word, closed_on.year
    category = rules.category_of(case.outcome)
    retention = rules.retention_of(category, str(version.guide.get("retention", "")), norms)
    code = rules.code_of(retention, norms)
    number = Number(
        f"archive:{fonds}:{department.slug}:{year:04d}",
        lambda serial: rules.archive_number(fonds, year, code, office, serial),
    )
    row = {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "no": number, "fonds": fonds,
        "year": year, "department_id": department.id, "category": category, "retention": retention,
        "keep_until": rules.keep_until(closed_on, retention, norms), "state": ArchiveState.REGISTERED.value,
        "registered_on": ctx.today, "archived_at": None, "digest": "", "size": 0, "held": False, "hold_reason": "",
        "disposed_on": None,
    }  # fmt: skip
    return Work(add=(Row(ArchiveItem, row),), facts={"index": names_now(case, ctx)})
