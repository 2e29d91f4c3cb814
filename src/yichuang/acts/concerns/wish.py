"""What somebody brings forward (诉求的提出), as the form, the desk or the hotline tells it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.records.feedback.models import ConcernSource

WEB = ConcernSource.WEB.value


@dataclass(frozen=True, slots=True)
class NewConcern:
    """What is asked, complained of or praised; the code that opens it later is told to nobody but who speaks."""

    region_code: str
    kind: str
    title: str
    words: str
    code: str
    source: str = WEB
    name: str = ""
    phone: str = ""
    anonymous: bool = False
    owner_id: UUID | None = None
    department_id: UUID | None = None
    window_id: UUID | None = None
    target: str = ""
    target_department_id: UUID | None = None
    target_window_id: UUID | None = None
    person_named: str = ""
    person_id: UUID | None = None
    item_id: UUID | None = None
    case_no: str = ""
    hotline_no: str = ""
    medium: str = ""
