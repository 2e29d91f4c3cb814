"""查阅留痕: who read the date of birth in somebody's file, when and what for."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from yichuang.records.applicants.access import Reading, note_reading
from yichuang.records.staffing.models import StaffFile
from yichuang.records.staffing.queries import born_on


def read_birth(row: StaffFile, purpose: str, reader_id: UUID | None, at: datetime) -> date | None:
    """Return the date of birth in full and write down who read it; the file's id stands for its person.

    Basis: GRXX-6.1, GRXX-51
    """
    if reader_id is None:
        return None
    note_reading((row.region_code, row.id), Reading("birth", purpose), reader_id, at)
    return born_on(row)
