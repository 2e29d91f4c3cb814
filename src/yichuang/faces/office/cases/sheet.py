"""Everything a case page shows (办件全貌), read with a number of queries that does not depend on the case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from yichuang.faces.common.casework.history import Teller, TimelineEntry, timeline
from yichuang.faces.common.casework.papers import document_address, file_address, is_pdf, is_picture
from yichuang.faces.common.casework.timing import CaseTime, case_time
from yichuang.faces.common.forms.schema_form import answers, form_spec
from yichuang.faces.common.forms.spec import FormError
from yichuang.records.applicants.access import Contact, applicant_of, contact, given_in
from yichuang.records.applicants.vault import open_values
from yichuang.records.cases.access import read_case
from yichuang.records.cases.files.versions import earlier_files
from yichuang.records.cases.history import Event, events_of, materials_of, stages_of
from yichuang.records.cases.models import Conclusion, Material, Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.access import documents_for
from yichuang.records.documents.models import Document
from yichuang.rules.clockwork.pauses import name_of
from yichuang.rules.consulting.asking import KINDS
from yichuang.rules.masking import mask_name

_NO_OPINION = {StageKind.ASSIGNMENT, StageKind.MARKING, StageKind.COPY}
# shown in panels of their own
_ELSEWHERE = frozenset(KINDS) | {StageKind.MEETING, StageKind.SPECIAL_STEP} | _NO_OPINION
_MASKED = {"id": "id", "phone": "phone", "mobile": "phone"}
_ON_LANES = frozenset({StageKind.CO_REVIEW, StageKind.PART_REPORT})
_STEPS = frozenset({StageKind.REVIEW, StageKind.VERIFICATION, StageKind.DECISION})


@dataclass(frozen=True, slots=True)
class Attached:
    """One file of a material as a page links to it."""

    name: str
    url: str
    size: int | None
    picture: bool
    digest: str
    certificate: str = ""  # of the library, where one stands for the material
    certificate_region: str = ""
    pdf: bool = False
    trust: str = ""
    from_case: str = ""

    @property
    def seen_at(self) -> str:
        """Return where it is looked at: its pages, else the file itself."""
        return f"{self.url}pages/" if self.picture or self.pdf else self.url

    def get(self, name: str, otherwise: str = "") -> str:
        """Return what the library needs to know, as the attachment on record does."""
        return str(getattr(self, name, otherwise))


@dataclass(frozen=True, slots=True)
class Handed:
    """One material: its row, its files, and what the item says about it."""

    number: int
    row: Material
    files: tuple[Attached, ...]
    slot: Mapping[str, Any]
    before: tuple[tuple[datetime, tuple[Attached, ...]], ...] = ()  # what stood here before it was corrected


@dataclass(frozen=True, slots=True)
class Opinion:
    """A finished stage with who did it and what was said (审查意见)."""

    stage: Stage
    who: str
    department: str
    sent_back: bool = False  # the decision was not refused: the case went back to an earlier step


@dataclass(frozen=True, slots=True)
class Sheet:
    """One case, read once."""

    case: CaseFile
    version: ItemVersion
    time: CaseTime
    contact: Contact
    stages: Sequence[Stage]
    opinions: Sequence[Opinion]
    handed: Sequence[Handed]
    documents: Sequence[Document]
    events: Sequence[Event]
    entries: Sequence[TimelineEntry]
    answered: Sequence[Any]

    @property
    def channel(self) -> str:
        """Return how the application came in."""
        return {"window": "窗口申请", "online": "网上申请", "mobile": "移动端申请"}.get(
            self.case.channel, "自助终端申请"
        )

    @property
    def agent(self) -> str:
        """Return who applies on the applicant's behalf, masked."""
        return mask_name(str(self.case.agent.get("name", ""))) if self.case.agent else ""

    @property
    def pause_words(self) -> str:
        """Return for which procedure the clock stands still."""
        return name_of(self.case.pause_kind) if self.case.pause_kind else ""

    @property
    def over(self) -> int:
        """Return by how many days the limit is exceeded."""
        return -self.time.left if self.time.left is not None and self.time.left < 0 else 0

    @property
    def situation_words(self) -> str:
        """Return the name of the applicant's situation."""
        names = {row.get("code"): row.get("name") for row in self.version.situations}
        return names.get(self.case.situation) or self.case.situation


def sheet_of(request: HttpRequest, no: str, *, public: bool = False) -> Sheet:
    """Return the sheet of a case that the officer may see.  Raises: NotFound."""
    directory = request.directory
    case = read_case(no, request.officer, directory, materials=True)
    version = version_of(case.item_version_id)
    stages, events = stages_of(case.region_code, case.id), events_of(case.region_code, case.id)
    teller = Teller(case, directory, lambda document: document_address(case.no, document), public)
    return Sheet(
        case=case,
        version=version,
        time=case_time(case.facts, case.terms, directory.calendar(case.profile), request.today),
        contact=contact(applicant_of(case.region_code, case.applicant_id), given_in(case.form, case.id)),
        stages=stages,
        opinions=[
            _opinion(stage, request, _sent_back(stage, stages, case)) for stage in stages if _internal(stage, case)
        ],
        handed=with_versions(handed_of(case, version), case.no, events),
        documents=list(documents_for(case.no, request.officer, directory)),
        events=events,
        entries=timeline(events, teller),
        answered=_answers(case, version),
    )


def handed_of(case: CaseFile, version: ItemVersion) -> list[Handed]:
    """Return the materials of a case with their files. One query."""
    slots = {slot["key"]: slot for slot in version.materials}
    rows = materials_of(case.region_code, case.id)
    return [
        Handed(number, row, tuple(_attached(case.no, file) for file in row.files), slots.get(row.key, {}))
        for number, row in enumerate(rows, 1)
    ]


def with_versions(handed: Sequence[Handed], no: str, events: Sequence[Event]) -> list[Handed]:
    """Return the materials with what stood for them before, for those that were corrected."""
    old = earlier_files(events)
    return [
        replace(one, before=tuple((v.at, tuple(_attached(no, file) for file in v.files)) for v in old[one.row.id]))
        if old.get(one.row.id)
        else one
        for one in handed
    ]


def _attached(no: str, file: Mapping[str, Any]) -> Attached:
    digest = str(file.get("digest", ""))
    return Attached(file.get("name", "附件"), file_address(no, digest), file.get("size"), is_picture(file), digest,
                    file.get("certificate", ""), file.get("certificate_region", ""), is_pdf(file),
                    file.get("trust", ""), file.get("from_case", ""))  # fmt: skip


def _internal(stage: Stage, case: CaseFile) -> bool:
    """Return whether a stage left an opinion inside the office: conclusions of co-departments are on their lanes.

    What stood open when the case ended without a decision was cut off: nobody disagreed there.
    """
    cut = case.closed_on and not case.decided_on and stage.conclusion == Conclusion.DISAGREE and not stage.opinion
    return bool(stage.done_at and stage.conclusion and not cut and stage.kind not in _ELSEWHERE | _ON_LANES)


def _sent_back(stage: Stage, stages: Sequence[Stage], case: CaseFile) -> bool:
    """Return whether what ended the decision's stage was a return (退回), not a decision: earlier steps came again."""
    if stage.kind != StageKind.DECISION or stage.done_at is None:
        return False
    return not case.decided_on or any(s.kind in _STEPS and s.opened_at >= stage.done_at for s in stages)


def _opinion(stage: Stage, request: HttpRequest, sent_back: bool) -> Opinion:
    directory = request.directory
    return Opinion(
        stage,
        directory.names.get(stage.assignee_id, "申请人"),
        directory.departments[stage.department_id].short_name,
        sent_back,
    )


def _answers(case: CaseFile, version: ItemVersion) -> list[Any]:
    """Return what the applicant filled in, numbers of persons masked; nothing where the item has no form."""
    try:
        spec = form_spec(version.form_schema, version.form_ui, situation=case.situation)
    except FormError:
        return []
    told = answers(spec, open_values(case.form, case.id))
    return [(section, [(row, _MASKED.get(row.check, "")) for row in rows]) for section, rows in told]
