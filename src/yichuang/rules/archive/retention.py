"""How long a closed case is kept, and when it may be destroyed (保管期限、销毁)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from yichuang.rules.norms import Norms
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

PERMANENT = "permanent"
GRANTED, DENIED, OTHER = "granted", "denied", "other"
_LAST_DAY = (12, 31)
_CATEGORY: Mapping[str, str] = MappingProxyType({"granted": GRANTED, "filed": GRANTED, "denied": DENIED})
_CODES: Mapping[str, str] = MappingProxyType({PERMANENT: "Y"})


def category_of(outcome: str) -> str:
    """Return under which category a case with this outcome is archived (归档类别).

    Basis: DAF-13, ZXZW-12
    """
    return _CATEGORY.get(outcome, OTHER)


def retention_of(category: str, own: str, norms: Norms) -> str:
    """Return how long it is kept: as its item says, else as the category does.

    Returns: `permanent`, or the name of a term.  Basis: DAF-21
    """
    offered = norms.choices("archive_retentions")
    return own if own in offered else norms.choice(f"archive_retention_{category}")


def keep_until(closed_on: date, retention: str, norms: Norms) -> date | None:
    """Return the last day it is kept, or None for ever: whole years after the year of its end.

    Units: years of the norm, the year of the end not counted.  Basis: DAF-21
    """
    if retention == PERMANENT:
        return None
    return date(closed_on.year + norms.number(f"archive_years_{retention}"), *_LAST_DAY)


def code_of(retention: str, norms: Norms) -> str:
    """Return the code of a retention in an archive number: Y, D30, D10 (保管期限代码)."""
    return _CODES.get(retention) or f"D{norms.number(f'archive_years_{retention}')}"


def archive_number(fonds: str, year: int, code: str, office: str, serial: int) -> str:
    """Return an archive number (档号): JN-XK·2026-D30-嘉水-0001. A serial past its zeros simply grows wider."""
    return f"{fonds}-XK·{year:04d}-{code}-{office}-{serial:04d}"


def due_before(today: date, norms: Norms) -> date:
    """Return the day until which what was closed should be in the archive today.

    Units: calendar days of the platform's own norm.  Basis: DAF-14.1, ZXZW-12.1
    """
    return today - timedelta(days=norms.number("archive_within"))


def may_dispose(*, until: date | None, archived: bool, held: bool, today: date) -> Verdict:
    """Say whether what a case holds may be destroyed or erased: never while it has to be kept, or somebody holds it.

    What never went into the archive has no term to wait for.
    Basis: DAF-21, GRXX-47.2
    """
    if held:
        return refuse("disposal_held", "DAF-21")
    if archived and until is None:
        return refuse("kept_for_ever", "DAF-21")
    if archived and until is not None and today <= until:
        return refuse("retention_runs", "GRXX-47.2", until=until)
    return ALLOWED
