"""What the acts on postings share: what stood before the first of them goes into the book too (建账)."""

from __future__ import annotations

from typing import Any

from yichuang.records.ledger.models import Entry
from yichuang.records.org.models.standing_in import SUBJECT
from yichuang.records.org.postings import postings_of, told

POSTED, ENDED, OPENED = "staff.posted", "staff.posting_ended", "staff.roster_opened"
OPENING = (POSTED, ENDED, OPENED)


def known_before(region_code: str) -> list[dict[str, Any]]:
    """Return every posting as it stands when the first entry about postings is made; nothing afterwards.

    Basis: S1-四1
    """
    entries = Entry.objects.filter(region_code=region_code, subject=SUBJECT, verb__in=OPENING)
    return [] if entries.exists() else [told(row) for row in postings_of(region_code)]
