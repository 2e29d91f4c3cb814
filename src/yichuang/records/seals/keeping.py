"""Where this installation keeps its seals (印章目录): keys, the test authority, and what a verifier is given."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from cryptography.x509 import load_der_x509_certificate
from django.conf import settings

from yichuang.records.seals.models import Seal, SealState
from yichuang.records.seals.sealing import Means, holder_of, sm_file
from yichuang.records.seals.signing import suites
from yichuang.records.seals.signing.authority import Authority, Revocation


def means() -> Means:
    """Return what the settings say of keys and time-stamps."""
    told = settings.YICHUANG_SEALS
    folder, password = Path(told["folder"]), str(told["secret"]).encode()
    return Means(folder, password, told["stamps_url"], told["pkcs11_module"], told["pkcs11_pin"], told["suite"])


def authority(at: datetime) -> Authority:
    """Return the test authority of this installation; made when there is none yet."""
    at_hand = means()
    found = Authority(at_hand.folder / "authority", at_hand.password)
    found.found(at)
    return found


def keep_lists_fresh(at: datetime) -> None:
    """Write the list of revoked certificates anew when it is more than a day old."""
    found = authority(at)
    if found.stale(at):
        publish(at)


def publish(at: datetime) -> None:
    """Write the list of revoked certificates, and the trust file, from the register."""
    rows = Seal.objects.filter(region_code__in=_regions(), test=True).exclude(state=SealState.IN_USE)
    gone = (Revocation(int(row.serial, 16), row.since, row.state == SealState.SUSPENDED) for row in rows)
    authority(at).publish({one.serial: one for one in gone}, at)


def make_key(name: str, words: str, at: datetime) -> dict[str, object]:
    """Make key and certificate of a new seal with the test authority; return what its row holds of them."""
    at_hand, found = means(), authority(at)
    path = at_hand.folder / f"{name}.p12"
    found.issue(path, words, at)
    return {
        **held(path.name),
        "test": True,
        "sm_key": suites.make_sm_key(sm_file(path.name, at_hand), at_hand.password),
    }


def held(key: str) -> dict[str, object]:
    """Return what a seal's row holds of a key: place, certificate, number, last day.  Raises: KeyFault."""
    holder = holder_of(key, means())
    told = load_der_x509_certificate(holder.certificate)
    return {
        "key": key,
        "certificate": holder.certificate.hex(),
        "serial": f"{told.serial_number:x}",
        "valid_to": told.not_valid_after_utc.date(),
    }


def _regions() -> list[str]:
    from yichuang.records.org.directory import directory

    return list(directory().centres)
