"""压印: a paper is rendered and, where its body has a seal, sealed: the bytes, and which seal is on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from yichuang.records.documents.press import THE_PRESS
from yichuang.records.documents.rendering import Numbered, render
from yichuang.records.seals.drawing import SAMPLE, Imprint
from yichuang.records.seals.keeping import keep_lists_fresh, means
from yichuang.records.seals.models import Seal, SealKind
from yichuang.records.seals.sealing import Wish, seal_paper
from yichuang.records.seals.signing.authority import TEST
from yichuang.records.seals.signing.suites import Mark
from yichuang.rules.seals.choosing import kept_for_decades

_REAL = "电子印章"


@dataclass(frozen=True, slots=True)
class Pressed:
    """The bytes of a paper, and the use of the seal that is on it, if one is."""

    content: bytes
    seal: Seal | None = None
    mark: Mark | None = None


@dataclass(slots=True)
class _Worded:
    """A paper with what its seal is worth, in words."""

    region_code: str
    kind: str
    no: str
    on: date
    template: str
    fields: Mapping[str, Any]
    drawn_at: datetime


def press(what: tuple[Numbered, Mapping[str, Any], str], seal: Seal | None, at: datetime, url: str) -> Pressed:
    """Return a paper (its row, what it says, what stands in its bar code), under the seal if there is one.

    Raises: SealFault, RenderingFault.
    """
    document, fields, reference = what[0], dict(what[1]), what[2]
    if seal is not None:
        fields["sealed"] = TEST if seal.test else _REAL
    of = (document.region_code, document.kind, document.no, document.on, document.template)
    sheet = render(_Worded(*of, fields, document.drawn_at), reference, url)
    if seal is None:
        return Pressed(sheet)
    if seal.test:
        keep_lists_fresh(at)
    wish = Wish(seal.key, imprint_of(seal), seal.name, document.no, at, kept_for_decades(document.kind))
    done = THE_PRESS.run(seal_paper, sheet, wish, means())
    return Pressed(sheet) if done is None else Pressed(done[0], seal, done[1])


def imprint_of(seal: Seal) -> Imprint:
    """Return what a seal shows."""
    line = "" if seal.kind == SealKind.DEPARTMENT else str(SealKind(seal.kind).label)
    return Imprint(seal.body, line, SAMPLE if seal.test else "")
