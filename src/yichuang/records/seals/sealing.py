"""What runs in the press when a paper is sealed (用印进程): keys are opened there. Nothing of Django."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from yichuang.records.seals.drawing import Imprint, drawn
from yichuang.records.seals.signing import suites
from yichuang.records.seals.signing.cms import Signatory
from yichuang.records.seals.signing.keys import Holder, KeyFault, from_file
from yichuang.records.seals.signing.stamps import AddressedStamps, InnerStamps, Stamps
from yichuang.records.seals.signing.suites import Mark

if TYPE_CHECKING:
    from yichuang.records.seals.signing.paper import Place

_SPOT = re.compile(r"seal:(\d+):([\d.]+):([\d.]+):([\d.]+)")
PKCS11 = "pkcs11:"


@dataclass(frozen=True, slots=True)
class Means:
    """Where keys and time-stamps come from: what the settings say."""

    folder: Path
    password: bytes
    stamps_url: str = ""
    module: str = ""  # the PKCS#11 library
    pin: str = ""
    suite: str = suites.INTL


@dataclass(frozen=True, slots=True)
class Wish:
    """One paper to seal, and with what."""

    key: str
    imprint: Imprint
    name: str
    no: str
    at: datetime
    archival: bool = False


def seal_paper(pdf: bytes, wish: Wish, means: Means) -> tuple[bytes, Mark] | None:
    """Return the sealed paper and what the register holds of it; None for a paper without a place for a seal.

    Raises: SealFault.
    """
    from yichuang.records.seals.signing.paper import Sealing, sealed  # in the press only: it is large

    place = place_in(pdf)
    if place is None:
        return None
    holder = holder_of(wish.key, means)
    stamps, more = _stamps(means)
    wanted = Sealing(
        Signatory(holder.key, holder.certificate, holder.chain), stamps, drawn(wish.imprint), wish.name, wish.no,
        wish.at, _lists(means.folder), more, wish.archival,
    )  # fmt: skip
    done = sealed(pdf, place, wanted)
    sm_key = suites.sm_key_of(sm_file(wish.key, means), means.password) if means.suite == suites.SM else b""
    return done, suites.mark_of(means.suite, wish.no, done, holder.key, sm_key)


def place_in(pdf: bytes) -> Place | None:
    """Return the place that a paper leaves for a seal, the last one if there are several.  Raises: SealingFault."""
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    from yichuang.records.seals.signing.paper import Place, SealingFault

    try:
        reader = PdfFileReader(BytesIO(pdf))
        found = _SPOT.findall(str(reader.trailer["/Info"].get("/Keywords", "")))
        if not found:
            return None
        page, left, top, side = (float(word) for word in found[-1])
        box, _ = reader.find_page_for_modification(int(page) - 1)
        height = float(box.get_object()["/MediaBox"][3])
    except (PdfError, KeyError, IndexError, ValueError) as fault:
        raise SealingFault("文书的版面读不了") from fault
    return Place(int(page) - 1, left, height - top - side, side)


def holder_of(key: str, means: Means) -> Holder:
    """Return the key that a seal's row names.  Raises: KeyFault."""
    if key.startswith(PKCS11):
        from yichuang.records.seals.signing.pkcs11 import from_token

        return from_token(key.removeprefix(PKCS11), means.module, means.pin)
    return from_file(means.folder / Path(key).name, means.password)


def sm_file(key: str, means: Means) -> Path:
    """Return where the SM2 key beside a seal's key lies."""
    return means.folder / f"{Path(key.removeprefix(PKCS11)).stem}.sm2"


def _stamps(means: Means) -> tuple[Stamps, tuple[bytes, ...]]:
    if means.stamps_url:
        return AddressedStamps(means.stamps_url), ()
    inner = from_file(means.folder / "authority" / "stamps.p12", means.password)
    return InnerStamps(Signatory(inner.key, inner.certificate, inner.chain)), (inner.certificate,)


def _lists(folder: Path) -> tuple[bytes, ...]:
    """Return the revocation lists at hand: the own one, and those that the operator put there."""
    try:
        return tuple(path.read_bytes() for path in sorted((folder / "authority").glob("*.crl")))
    except OSError as fault:
        raise KeyFault("吊销列表读不了") from fault
