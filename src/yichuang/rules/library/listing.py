"""存量证照清单: one row of a list of old certificates, read and judged; faults as codes with the column they are in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from yichuang.rules.identifiers import IdentifierKind, check
from yichuang.rules.typed import strange

COLUMNS = ("证照类型", "证照编号", "持证人", "证件类型", "证件号码", "手机", "发证机关", "发证日期", "有效期至", "状态")
NEEDED = ("证照类型", "证照编号", "持证人", "证件类型", "证件号码", "发证机关", "发证日期")
_LENGTHS = {"证照编号": 40, "持证人": 100, "证件号码": 40}
_KINDS = {
    "居民身份证": "id", "身份证": "id", "统一社会信用代码": "uscc", "组织机构代码": "org", "其他证件": "other",
    "其他": "other",
}  # fmt: skip
_STATES = {
    "": "valid", "有效": "valid", "失效": "expired", "撤销": "revoked", "撤回": "withdrawn", "吊销": "cancelled",
    "注销": "deregistered",
}  # fmt: skip
_ENDLESS = frozenset({"", "长期", "长期有效", "无期限"})
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00(?::00)?)?")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_PHONE = re.compile(r"[0-9+-]{7,20}")
_EXACT = 10**15  # a number cell keeps no more digits than this
_FIRST = date(1949, 10, 1)  # nothing in such a list is older
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_SERIALS = range(1, 2_958_466)  # to the year 9999

Cell = str | float | None


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a row (导入错误): row of the sheet from 1, column, code, and what stood there."""

    row: int
    column: str
    code: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What a list is judged against: types by name and code, issuers by name and short name, the day."""

    types: Mapping[str, tuple[str, str, str]]  # name, code, holder kind
    issuers: Mapping[str, tuple[UUID, str]]  # department, code in the identifier
    today: date
    since_1904: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """One certificate of a list (清单中的一本)."""

    type_name: str
    type_code: str
    no: str
    holder: str
    holder_kind: str
    identity_kind: str
    identity_no: str
    phone: str
    issuer_id: UUID
    issuer_code: str
    issued_on: date
    valid_to: date | None
    status: str


def columns(heading: Sequence[Cell]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return where each column stands by its heading, and which are missing.  Basis: ZXZW-10"""
    places = {text(cell).strip("*＊ "): place for place, cell in reversed(list(enumerate(heading)))}
    found = {name: places[name] for name in COLUMNS if name in places}
    return found, tuple(name for name in NEEDED if name not in found)


def read_row(number: int, cells: Mapping[str, Cell], known: Known) -> tuple[Listed | None, list[Fault]]:
    """Return the certificate of a row, or all that is wrong with it.  Basis: ZXZW-10"""
    words = {name: text(cells.get(name)) for name in COLUMNS}
    kind, issuer = known.types.get(words["证照类型"]), known.issuers.get(words["发证机关"])
    status = _STATES.get(words["状态"].removeprefix("已"))
    faults = [*_missing(number, words), *_unknown(number, words, known)]
    issued, valid_to, wrong = _days(number, cells, words, known)
    identity, more = _identity(number, cells, words, known)
    faults += wrong + more
    if faults or kind is None or issuer is None or issued is None or status is None:
        return None, faults
    holder = _holder(identity[0], kind[2])
    if kind[2] not in ("any", holder):
        return None, [Fault(number, "证件类型", "holder", kind[0])]
    return (
        Listed(kind[0], kind[1], words["证照编号"], words["持证人"], holder, *identity, words["手机"], *issuer, issued,
               valid_to, status),
        [],
    )  # fmt: skip


def _missing(number: int, words: Mapping[str, str]) -> list[Fault]:
    found = [Fault(number, name, "missing") for name in NEEDED if not words[name]]
    odd = [Fault(number, name, "strange", told) for name in _LENGTHS if (told := strange(words[name]))]
    return [*found, *odd] + [
        Fault(number, name, "long", str(most)) for name, most in _LENGTHS.items() if len(words[name]) > most
    ]


def _unknown(number: int, words: Mapping[str, str], known: Known) -> list[Fault]:
    """Return what is not in the catalogue, the organisation or the list of states."""
    tests = (
        ("证照类型", "type", words["证照类型"] in known.types),
        ("发证机关", "issuer", words["发证机关"] in known.issuers),
        ("状态", "state", words["状态"].removeprefix("已") in _STATES),
        ("手机", "phone", _PHONE.fullmatch(words["手机"]) is not None),
    )
    return [Fault(number, name, code, words[name]) for name, code, good in tests if words[name] and not good]


def _days(
    number: int, cells: Mapping[str, Cell], words: Mapping[str, str], known: Known
) -> tuple[date | None, date | None, list[Fault]]:
    """Return the day of issue and the last day, and what is wrong with them."""
    issued, valid_to, faults = day_of(cells.get("发证日期"), known), None, []
    if words["发证日期"] and (issued is None or issued > known.today):
        faults.append(Fault(number, "发证日期", "future" if issued else "day", words["发证日期"]))
    elif issued is not None and issued < _FIRST:
        faults.append(Fault(number, "发证日期", "early", words["发证日期"]))
    if words["有效期至"] not in _ENDLESS:
        valid_to = day_of(cells.get("有效期至"), known)
        if valid_to is None or (issued is not None and valid_to < issued):
            faults.append(Fault(number, "有效期至", "order" if valid_to else "day", words["有效期至"]))
    return issued, valid_to, faults


def _holder(identity_kind: str, wanted: str) -> str:
    """Return whether the holder is a person or an organisation, by his document."""
    if identity_kind == "other":
        return "person" if wanted == "any" else wanted
    return "person" if identity_kind == "id" else "organisation"


def _identity(
    number: int, cells: Mapping[str, Cell], words: Mapping[str, str], known: Known
) -> tuple[tuple[str, str], list[Fault]]:
    kind, told, raw = _KINDS.get(words["证件类型"], ""), words["证件号码"], cells.get("证件号码")
    if words["证件类型"] and not kind:
        return ("", ""), [Fault(number, "证件类型", "identity_kind", words["证件类型"])]
    if isinstance(raw, float) and abs(raw) >= _EXACT:
        return ("", ""), [Fault(number, "证件号码", "digits_lost")]
    if not kind or not told or kind == "other":
        return (kind, told), []
    found = check(IdentifierKind(kind), told, today=known.today)
    return (kind, found.normalized), [] if found.ok else [Fault(number, "证件号码", "identity")]


def text(cell: Cell) -> str:
    """Return what a cell says, without blanks around it; whole numbers without a fraction.  Basis: ZXZW-10"""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return " ".join(cell.split())
    return str(int(cell)) if cell == int(cell) else str(cell)


def day_of(cell: Cell, known: Known) -> date | None:
    """Return the day in a cell: a date as text in the usual spellings, or the number of a date.  Basis: ZXZW-10"""
    if isinstance(cell, float):
        if int(cell) in _SERIALS and not 19_000_000 <= cell <= 99_991_231:
            return (_EPOCH_1904 if known.since_1904 else _EPOCH) + timedelta(days=int(cell))
        cell = text(cell)
    match = _DAY.fullmatch(text(cell)) or _DIGITS.fullmatch(text(cell))
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None
