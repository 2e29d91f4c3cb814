"""How to reach who spoke (联系提出人): masked for whoever sees the concern, in full only with a purpose on record."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from yichuang.records.applicants.access import Reading, note_reading
from yichuang.records.applicants.models import Applicant
from yichuang.records.applicants.vault import unseal
from yichuang.records.feedback.models import Concern
from yichuang.records.ledger.models import ReadLog
from yichuang.rules.masking import mask_name, mask_phone
from yichuang.rules.verdict import Refused

_SHORTEST_PURPOSE = 4  # characters: enough to say why
_FIELD = "诉求人姓名和电话"


class Speaker(NamedTuple):
    """Who brought it forward: name and telephone, "" where none was left (提出人)."""

    name: str
    phone: str

    @property
    def masked(self) -> Speaker:
        """Return what everybody may see who sees the concern (脱敏)."""
        return Speaker(mask_name(self.name) if self.name else "", mask_phone(self.phone) if self.phone else "")


def speaker_of(row: Concern) -> Speaker:
    """Return name and telephone as they were left; for who filed under his log-in, else as registered."""
    name, phone = unseal(row.name, row.id), unseal(row.phone, row.id)
    if row.owner_id is None or (name and phone):
        return Speaker(name, phone)
    own = Applicant.objects.filter(region_code=row.region_code, user=row.owner_id).first()
    if own is None:
        return Speaker(name, phone)
    return Speaker(name or own.name, phone or unseal(own.phone_cipher, own.id))


def reveal_speaker(row: Concern, purpose: str, reader_id: UUID | None, at: datetime) -> Speaker:
    """Return who spoke in full and write down who read it, when and what for (查阅留痕).

    Raises: Refused for a purpose that says nothing, or where nobody left anything.

    Basis: GRXX-6.1, GRXX-51
    """
    found = speaker_of(row)
    if reader_id is None or not (found.name or found.phone):
        raise Refused("nobody_to_reach", "GRXX-51")
    if len(purpose.strip()) < _SHORTEST_PURPOSE:
        raise Refused("purpose_missing", "GRXX-6.1")
    note_reading((row.region_code, row.id), Reading(_FIELD, purpose), reader_id, at)
    return found


def readings_of(row: Concern) -> QuerySet[ReadLog, ReadLog]:
    """Return who read name and telephone of who spoke, the latest first (查阅记录)."""
    return ReadLog.objects.filter(region_code=row.region_code, applicant_id=row.id).order_by("-at", "-id")
