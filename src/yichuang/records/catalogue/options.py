"""What an item version lets be done otherwise (事项的特别办法): fees, promises, filings. Data, read in one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yichuang.records.catalogue.models import ItemVersion
from yichuang.rules.fees.charging import FeeScheme, scheme_of
from yichuang.rules.norms import Term, Unit


@dataclass(frozen=True, slots=True)
class Undertaking:
    """告知承诺书 of an item: what the applicant promises, and which materials the promise stands for."""

    text: tuple[str, ...]
    materials: frozenset[str] = frozenset()
    consequence: str = ""
    check_within: Term | None = None  # of the check after the decision (承诺核查), from the day of the decision


def fee_scheme(version: ItemVersion) -> FeeScheme:
    """Return how the item is paid for (收费办法)."""
    return scheme_of((version.guide.get("fee") or {}).get("payment") or {})


def undertaking_of(version: ItemVersion) -> Undertaking | None:
    """Return the undertaking that the item offers, None where it offers none (告知承诺)."""
    told = version.guide.get("undertaking") or {}
    if not told.get("text"):
        return None
    days = told.get("check_within")
    within = Term(days, Unit.WORKING_DAY, "YSHJ-40.3") if isinstance(days, int) and days > 0 else None
    words = str(told.get("consequence", ""))
    return Undertaking(tuple(told["text"]), frozenset(told.get("materials") or ()), words, within)


def deferrable_names(version: ItemVersion) -> Sequence[str]:
    """Return the materials that may be handed in later (可容缺)."""
    return [slot["name"] for slot in version.materials if slot.get("deferrable")]


def is_filing(version: ItemVersion) -> bool:
    """Return whether the item is a filing (备案), concluded by 予以备案 or 不予备案."""
    return bool(version.guide.get("filing"))


def filing_is_quick(version: ItemVersion) -> bool:
    """Return whether the next working day is the limit: not where the item says it is an exception.

    竣工验收备案 and filings forwarded to central bodies are exceptions (`guide.filing.exception`).
    """
    told = version.guide.get("filing") or {}
    return is_filing(version) and not (isinstance(told, dict) and told.get("exception"))


def lawful_steps(version: ItemVersion) -> frozenset[str]:
    """Return the special procedures that the law asks of the item, whose time does not count (依法需要的特殊环节)."""
    rows = version.special_procedures
    return frozenset(str(row["kind"]) for row in rows if row.get("kind") and not row.get("counted"))
