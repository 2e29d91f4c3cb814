"""Couriers (邮政快递接口): booking a waybill, and asking where a parcel is. One local adapter; others are added here.

A booking is made outside any transaction and may be repeated: the same reference gets the same waybill again.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from django.conf import settings

DELIVERED, RETURNED = "delivered", "returned"
_SAFE = re.compile(r"[A-Z0-9]{6,30}")


@dataclass(frozen=True, slots=True)
class Scan:
    """What a courier last said of a parcel: delivered or returned, when, to whom, in words (物流状态)."""

    state: str
    at: datetime
    receiver: str = ""
    words: str = ""


class Courier(Protocol):
    """What the platform asks of a courier."""

    name: str

    def book(self, reference: str, receiver: str, address: str) -> str:
        """Return the waybill of a parcel; the same reference gets the same one again."""

    def track(self, waybill: str) -> Scan | None:
        """Return the end of the journey, or None while it lasts or nothing is known."""


@dataclass(frozen=True, slots=True)
class SandboxCourier:
    """A courier made of files, for trying out: each booking is a file, to which somebody adds how it ended.

    `{"reference": …, "receiver": …, "state": "delivered", "at": "2026-11-24T10:00:00+08:00", "signed_by": "李四"}`
    """

    root: Path
    name: str = "本地快递（演练）"

    def book(self, reference: str, receiver: str, address: str) -> str:
        """Write the booking down and return its waybill."""
        waybill = "YC" + hashlib.sha256(reference.encode()).hexdigest()[:14].upper()
        place = self._place(waybill)
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            told = {"reference": reference, "receiver": receiver, "address": address, "state": "accepted"}
            place.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        return waybill

    def track(self, waybill: str) -> Scan | None:
        """Return what the file says."""
        try:
            told = json.loads(self._place(waybill).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return _scan(told) if isinstance(told, dict) else None

    def _place(self, waybill: str) -> Path:
        if not _SAFE.fullmatch(waybill):
            raise ValueError(waybill)
        return self.root / f"{waybill}.json"


def _scan(told: Mapping[str, str]) -> Scan | None:
    if told.get("state") not in (DELIVERED, RETURNED):
        return None
    try:
        at = datetime.fromisoformat(told["at"])
    except (KeyError, TypeError, ValueError):
        return None
    if at.tzinfo is None:
        return None
    return Scan(told["state"], at, str(told.get("signed_by", "")), str(told.get("words", "")))


def courier() -> Courier | None:
    """Return the courier of this installation, or None where waybills are written down by hand."""
    place = settings.YICHUANG_COURIER
    return SandboxCourier(Path(place)) if place else None
