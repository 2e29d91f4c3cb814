"""What every paper of a case is about (文书的事由): department, applicant, item, and whether it is a licence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from yichuang.acts.context import Context
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import CaseKind, ItemVersion, PowerKind
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.models import Department
from yichuang.rules.levels.delegation import in_whose_name


@dataclass(frozen=True, slots=True)
class About:
    """What every paper of a case tells: who speaks to whom about which application."""

    department: Department
    applicant: str
    item: str
    received_on: date
    power: str
    statutory: bool = True
    agency: str = ""  # in whose name, where that is not the department (委托)
    agreement: str = ""
    taken_by: str = ""  # who accepted it, where that is another department (下级受理)

    @property
    def licence(self) -> bool:
        """Whether the matter is a licence (行政许可): only then does the licence law speak."""
        return self.power == PowerKind.LICENCE


def about(case: CaseFile, ctx: Context) -> About:
    """Return what the papers of a case tell."""
    version, department = version_of(case.item_version_id), ctx.directory.departments[case.department_id]
    subject = about_item(version, department, case.applicant_name, case.received_on, statutory=_own(version, case))
    first = version.item.department
    upward = case.kind == CaseKind.UPWARD and first.id != department.id
    return replace(subject, taken_by=first.name) if upward else subject


def about_item(
    version: ItemVersion, department: Department, applicant: str, received_on: date, *, statutory: bool = True
) -> About:
    """Return what the papers of a case tell that is being put on record."""
    item = version.item
    name, held = in_whose_name(item.delegation, department.name), item.delegation
    subject = About(department, applicant, item.name, received_on, str(item.power_kind), statutory)
    entrusted = item.department.id == department.id and name != department.name
    return replace(subject, agency=name, agreement=held.agreement) if entrusted else subject


def _own(version: ItemVersion, case: CaseFile) -> bool:
    """Return whether the limit is statutory (法定期限), by the licence law or the item's own.  Basis: XKF-42.1"""
    limit, own = case.terms.decision, (version.statutory_number, version.statutory_unit)
    return version.item.power_kind == PowerKind.LICENCE or (limit.number, limit.unit.value) == own


def handed_at(case: CaseFile, ctx: Context) -> str:
    """Return where results are handed out (送达地点): the centre that took the case in, whoever decided it."""
    centre = ctx.directory.centres[case.region_code]
    return f"{centre.name}（{centre.address}）" if centre.address else centre.name
