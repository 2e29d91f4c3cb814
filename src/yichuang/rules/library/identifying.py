"""电子证照标识: how it is built (GB/T 36904), and what somebody typed or scanned to verify a certificate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from yichuang.rules.check_characters import licence_check
from yichuang.rules.identifiers import LICENCE_ROOT, check_licence, check_uscc, normalize
from yichuang.rules.numbering import NumberKind, format_number, parse_number
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

FIRST_VERSION = "001"
_TOKEN = re.compile(r"[0-9a-f]{32}")
_TYPE_SERIAL = re.compile(r"[0-9]{3}")
_ADDRESS = re.compile(r"https?://([a-z0-9.-]+)(?::[0-9]{1,5})?(/[^?#]*)(?:[?#].*)?", re.IGNORECASE)
_PATH = re.compile(r"/verify/([0-9a-fA-F]{32})/?")
_LONGEST = 300


class Typed(StrEnum):
    """What was typed or scanned (核验输入)."""

    CODE = "code"  # the code in the QR of our papers
    IDENTIFIER = "identifier"  # 电子证照标识
    NUMBER = "number"  # 证照编号
    OTHER_HOST = "other_host"  # an address that is not ours: a look-alike site
    BAD_CHECK = "bad_check"  # an identifier whose check character is wrong
    NOTHING = "nothing"  # none of these


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be looked up: the kind, and the value in its usual form."""

    kind: Typed
    value: str = ""
    serial: UUID | None = None


def identifier(type_code: str, issuer_code: str, serial: UUID) -> str:
    """Return the identifier of a certificate: type, issuer, serial, version and check character.

    The serial is the certificate's own id, so that it can be found by it.  Basis: ZXZW-10
    """
    body = (type_code, issuer_code, serial.hex.upper(), FIRST_VERSION)
    return ".".join((LICENCE_ROOT, *body, licence_check("".join(body))))


def may_code(code: str) -> Verdict:
    """Say whether a type code is well formed: the credit code of whoever defines the type, and three digits.

    Basis: ZXZW-10
    """
    if len(code) != 21 or not check_uscc(code[:18]).ok or not _TYPE_SERIAL.fullmatch(code[18:]):
        return refuse("type_code_malformed", "ZXZW-10", told=code)
    return ALLOWED


def asked(typed: str, hosts: frozenset[str]) -> Asked:
    """Return what somebody wants to verify; an address of another host is never followed.

    Basis: XKF-40, ZXZW-10
    """
    plain = typed.strip()[:_LONGEST]
    if "://" in plain:
        return _address(plain, hosts)
    if path := _PATH.fullmatch(plain):
        return Asked(Typed.CODE, path[1].lower())
    if _TOKEN.fullmatch(plain.lower()):
        return Asked(Typed.CODE, plain.lower())
    if normalize(plain).startswith(LICENCE_ROOT + "."):
        return _identifier(plain)
    number = parse_number(NumberKind.CERTIFICATE, plain)
    if number is not None and len(plain) <= 60:
        return Asked(Typed.NUMBER, format_number(number))
    shown = normalize(plain)
    return Asked(Typed.NUMBER, shown) if 4 <= len(shown) <= 40 else Asked(Typed.NOTHING, shown[:40])


def _address(plain: str, hosts: frozenset[str]) -> Asked:
    parts = _ADDRESS.fullmatch(plain)
    host = parts[1].lower() if parts else ""
    path = _PATH.fullmatch(parts[2]) if parts else None
    if host not in hosts or path is None:
        return Asked(Typed.OTHER_HOST, host[:80])
    return Asked(Typed.CODE, path[1].lower())


def _identifier(plain: str) -> Asked:
    found = check_licence(plain)
    if not found.ok:
        return Asked(Typed.BAD_CHECK, found.normalized)
    serial = found.normalized.split(".")[-3]
    try:
        return Asked(Typed.IDENTIFIER, found.normalized, UUID(hex=serial))
    except ValueError:
        return Asked(Typed.IDENTIFIER, found.normalized)
