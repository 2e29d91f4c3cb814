"""任岗: what an act changes in a posting; all else about postings is edited by the administrator."""

from __future__ import annotations

from datetime import date

from yichuang.records.org.models import Posting


def agree_to(row: Posting, on: date) -> None:
    """Let a posting that replaces somebody be in force from now on; the facts version moves on."""
    row.consented_on = on
    row.save()
