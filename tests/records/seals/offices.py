"""A seal, its authority and a sealed paper, without a database."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from tests.records.documents.samples import CASE_NO, sample
from yichuang.records.documents.rendering import render
from yichuang.records.seals.drawing import Imprint, drawn
from yichuang.records.seals.sealing import place_in
from yichuang.records.seals.signing.authority import TEST, Authority
from yichuang.records.seals.signing.check import Trust
from yichuang.records.seals.signing.cms import Signatory
from yichuang.records.seals.signing.keys import from_file
from yichuang.records.seals.signing.paper import Place, Sealing, sealed
from yichuang.records.seals.signing.stamps import InnerStamps

AT = datetime(2026, 11, 23, 2, 40, tzinfo=UTC)
NAME = "嘉宁市水务局行政审批专用章"
PASSWORD = b"nobody's"


@dataclass(frozen=True)
class Office:
    """An authority with one seal."""

    authority: Authority
    seal: Path

    @property
    def trust(self) -> Trust:
        """Whom to believe."""
        return Trust.from_pem(self.authority.trust.read_bytes())

    def sealing(self, *, archival: bool = False, at: datetime = AT) -> Sealing:
        """Return what is put on a paper."""
        own, stamps = from_file(self.seal, PASSWORD), from_file(self.authority.stamps, PASSWORD)
        inner = InnerStamps(Signatory(stamps.key, stamps.certificate, stamps.chain))
        lists = (self.authority.revoked.read_bytes(),)
        picture = drawn(Imprint("嘉宁市水务局", "行政审批专用章", "示例"))
        return Sealing(
            Signatory(own.key, own.certificate, own.chain), inner, picture, NAME, "嘉水许准〔2026〕87号", at, lists,
            (stamps.certificate,), archival,
        )  # fmt: skip

    def paper(self, *, archival: bool = False, at: datetime = AT) -> bytes:
        """Return a decision under this seal."""
        sheet, place = rendered()
        return sealed(sheet, place, self.sealing(archival=archival, at=at))


def office(folder: Path, at: datetime = AT, years: int = 5) -> Office:
    """Found an authority in a folder and have it issue a seal."""
    authority = Authority(folder, PASSWORD)
    authority.found(at)
    authority.issue(folder / "seal.p12", NAME, at, years=years)
    authority.publish({}, at)
    return Office(authority, folder / "seal.p12")


@cache
def rendered() -> tuple[bytes, Place]:
    """Return a decision that waits for its seal, and the seal's place on it."""
    row = replace(sample("grant"), region_code="") if hasattr(sample("grant"), "region_code") else sample("grant")
    sheet = render(replace(row, fields={**row.fields, "sealed": TEST}), CASE_NO)
    place = place_in(sheet)
    assert place is not None
    return sheet, place
