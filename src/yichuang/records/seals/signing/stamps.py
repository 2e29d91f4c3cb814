"""Time-stamps (时间戳, RFC 3161): from an authority at an address, or from one inside this installation.

A stamp stands over SHA-256 of something. What an outside authority sends is checked before it is used.
"""

from __future__ import annotations

import secrets
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from time import monotonic
from typing import Protocol
from urllib.error import URLError

from asn1crypto import tsp

from yichuang.records.seals.signing import cms, der
from yichuang.records.seals.signing.cms import Signatory
from yichuang.records.seals.signing.faults import SealFault

POLICY = "2.25.277459214"  # of the authority inside: for tests
_LONGEST = 64 * 1024
_ROOM = 24 * 1024
_GRANTED = ("granted", "granted_with_mods")
_REST = 30.0  # seconds in which a silent authority is not asked again: papers wait, others are made
_RESTING: dict[str, float] = {}
REPLY = "application/timestamp-reply"


class StampFault(SealFault):
    """No time-stamp can be had; the words say why."""


class Stamps(Protocol):
    """Who gives time-stamps."""

    @property
    def room(self) -> int: ...

    def token(self, digest: bytes, at: datetime) -> bytes:
        """Return the token (DER) over a SHA-256 digest.  Raises: StampFault."""
        ...


@dataclass(frozen=True, slots=True)
class InnerStamps:
    """The authority inside this installation: the time is the one that the caller gives."""

    signatory: Signatory

    @property
    def room(self) -> int:
        """How many hexadecimal places a token takes at most."""
        return self.signatory.room

    def token(self, digest: bytes, at: datetime) -> bytes:
        """Return the token over a digest."""
        return _token(self.signatory, digest, at, b"")


@dataclass(frozen=True, slots=True)
class AddressedStamps:
    """An authority at an address; the time is its own."""

    url: str
    patience: float = 5.0
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def room(self) -> int:
        """How many hexadecimal places a token may take: nobody knows how long a chain it brings."""
        return _ROOM

    def token(self, digest: bytes, at: datetime) -> bytes:
        """Ask the authority.  Raises: StampFault (not reached, refused, or it answered something else)."""
        if monotonic() < _RESTING.get(self.url, 0.0):
            raise StampFault(f"时间戳服务刚才没有答复，稍后再试：{self.url}")
        nonce = secrets.randbits(63)
        imprint = der.sequence(cms.SHA256, der.octets(digest))
        asked = der.sequence(der.integer(1), imprint, der.integer(nonce), der.TRUE)
        head = {"Content-Type": "application/timestamp-query", **self.headers}
        request = urllib.request.Request(self.url, asked, head)  # noqa: S310 - the address is a setting
        try:
            with urllib.request.urlopen(request, timeout=self.patience) as answer:  # noqa: S310
                found = answer.read(_LONGEST)
        except (URLError, OSError, ValueError) as fault:
            _RESTING[self.url] = monotonic() + _REST
            raise StampFault(f"时间戳服务没有答复：{self.url}") from fault
        return _checked(found, digest, nonce)


def respond(signatory: Signatory, query: bytes, at: datetime) -> bytes:
    """Return the answer of a time-stamp authority to a query (TimeStampResp).  Raises: StampFault."""
    try:
        asked = tsp.TimeStampReq.load(query)
        imprint = asked["message_imprint"]
        if imprint["hash_algorithm"]["algorithm"].native != "sha256":
            raise StampFault("只接受 SHA-256 摘要")
        digest, nonce = imprint["hashed_message"].native, asked["nonce"].native
    except (ValueError, TypeError) as fault:
        raise StampFault("不是时间戳请求") from fault
    token = _token(signatory, digest, at, der.integer(nonce) if nonce is not None else b"")
    return der.sequence(der.sequence(der.integer(0)), token)


def _token(signatory: Signatory, digest: bytes, at: datetime, nonce: bytes) -> bytes:
    told = der.sequence(
        der.integer(1), der.oid(POLICY), der.sequence(cms.SHA256, der.octets(digest)),
        der.integer(secrets.randbits(63)), der.time(at), nonce,
    )  # fmt: skip
    attributes = cms.signed_attributes(signatory, sha256(told).digest(), cms.TIME)
    return cms.signed(signatory, attributes, signatory.key.sign(attributes), cms.enclosed(cms.TIME, told))


def _checked(answer: bytes, digest: bytes, nonce: int) -> bytes:
    try:
        found = tsp.TimeStampResp.load(answer)
        if found["status"]["status"].native not in _GRANTED:
            raise StampFault("时间戳服务拒绝了请求")
        told = found["time_stamp_token"]["content"]["encap_content_info"]["content"].parsed
        same = told["message_imprint"]["hashed_message"].native == digest and told["nonce"].native == nonce
        token: bytes = found["time_stamp_token"].dump()
    except (ValueError, TypeError, KeyError, AttributeError) as fault:
        raise StampFault("时间戳服务的答复读不懂") from fault
    if not same:
        raise StampFault("时间戳服务答复的不是所问的")
    return token
