"""A font of the PDF as a font file: a subset, CFF or TrueType, with the tables that others need to open it."""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from typing import Any

_EM, _UP, _DOWN = 1000, 880, -120
_TRUETYPE = b"\0\1\0\0"
_MADE = 3_849_984_000  # one day in 2025, in seconds since 1904; a font file must have one
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_SINGLE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


def words_of(cmap: bytes) -> dict[int, str]:
    """Return what each code of a ToUnicode map says."""
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        found |= {int(code, 16): bytes.fromhex(to.decode()).decode("utf-16-be") for code, to in _SINGLE.findall(block)}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, to in _RANGE.findall(block):
            start = int(to, 16)
            found |= {code: chr(start + code - int(first, 16)) for code in range(int(first, 16), int(last, 16) + 1)}
    return found


def widths_of(font: Any) -> dict[int, float]:
    """Return the widths of the glyphs of a CID font, in thousandths of its size."""
    found, row = {}, list(font.get("/W", []))
    while row:
        first, second = int(row.pop(0)), row.pop(0)
        if hasattr(second, "__iter__"):
            found |= {first + place: float(width) for place, width in enumerate(second)}
        else:
            found |= dict.fromkeys(range(first, int(second) + 1), float(row.pop(0)))
    return found


def opentype(program: bytes, name: str, widths: Mapping[int, float], words: Mapping[int, str]) -> bytes:
    """Return the font file of a subset, be it bare CFF or TrueType.  The glyph numbers are those of the PDF."""
    own = _outlines(program) if program.startswith(_TRUETYPE) else _around(program, widths)
    count = int.from_bytes(own[b"maxp"][4:6], "big")
    tables = own | {
        b"OS/2": _os2(words),
        b"cmap": _cmap({ord(said): gid for gid, said in words.items() if len(said) == 1 and gid < count}),
        b"name": _names(name),
        b"post": struct.pack(">Ll2h5L", 0x30000, 0, -100, 50, 0, 0, 0, 0, 0),
    }
    return _file(b"OTTO" if b"CFF " in own else _TRUETYPE, tables)


def _outlines(program: bytes) -> dict[bytes, bytes]:
    """Return the tables of a TrueType subset."""
    rows = struct.iter_unpack(">4s3L", program[12 : 12 + 16 * int.from_bytes(program[4:6], "big")])
    return {tag: program[start : start + size] for tag, _, start, size in rows}


def _around(cff: bytes, widths: Mapping[int, float]) -> dict[bytes, bytes]:
    """Return a CFF with the tables that tell its size and widths."""
    count = _glyphs(cff)
    advances = [round(widths.get(gid, 0)) for gid in range(count)]
    return {
        b"CFF ": cff,
        b"head": struct.pack(
            ">4L2H2q4h2H3h", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, _EM, _MADE, _MADE, 0, _DOWN, _EM, _UP, 0, 8, 2, 0, 0
        ),
        b"hhea": struct.pack(">L3hH3h8hH", 0x10000, _UP, _DOWN, 0, max(advances), 0, 0, 0, 1, *(0,) * 7, count),
        b"hmtx": b"".join(struct.pack(">Hh", advance, 0) for advance in advances),
        b"maxp": struct.pack(">LH", 0x5000, count),
    }  # fmt: skip


def _glyphs(cff: bytes) -> int:
    """Return how many glyphs a CFF has: the count of its CharStrings INDEX."""
    place = _after_index(cff, cff[2])
    count, size = struct.unpack_from(">HB", cff, place)
    start, end = (int.from_bytes(cff[place + 3 + n * size : place + 3 + (n + 1) * size], "big") for n in (0, 1))
    body = place + 2 + (count + 1) * size
    top = cff[body + start : body + end]
    offset = _operand(top, 17)
    return int(struct.unpack_from(">H", cff, offset)[0])


def _after_index(cff: bytes, place: int) -> int:
    count, size = struct.unpack_from(">HB", cff, place)
    if not count:
        return place + 2
    last = place + 3 + count * size
    return place + 2 + (count + 1) * size + int.from_bytes(cff[last : last + size], "big")


def _operand(top: bytes, operator: int) -> int:
    """Return the last operand before an operator of a DICT."""
    place, last = 0, 0
    while place < len(top):
        if top[place] > 21:
            last, place = _number(top, place)
        elif top[place] == operator:
            return last
        else:
            place += 2 if top[place] == 12 else 1
    raise ValueError("CFF without CharStrings")


def _number(top: bytes, place: int) -> tuple[int, int]:
    """Return an operand of a DICT and where it ends; a real number counts as 0."""
    byte = top[place]
    if byte == 28:
        return struct.unpack_from(">h", top, place + 1)[0], place + 3
    if byte == 29:
        return struct.unpack_from(">i", top, place + 1)[0], place + 5
    if byte == 30:
        return 0, place + 1 + next(n for n, one in enumerate(top[place + 1 :], 1) if 0xF in (one >> 4, one & 0xF))
    if byte <= 246:
        return byte - 139, place + 1
    if byte <= 250:
        return (byte - 247) * 256 + top[place + 1] + 108, place + 2
    return -(byte - 251) * 256 - top[place + 1] - 108, place + 2


def _cmap(glyphs: Mapping[int, int]) -> bytes:
    rows = sorted(glyphs.items())
    groups = b"".join(struct.pack(">3L", code, code, gid) for code, gid in rows)
    table = struct.pack(">2H3L", 12, 0, 16 + len(groups), 0, len(rows)) + groups
    return struct.pack(">2H2HL", 0, 1, 3, 10, 12) + table


def _os2(words: Mapping[int, str]) -> bytes:
    codes = sorted(min(ord(said[0]), 0xFFFF) for said in words.values() if said) or [0]
    head = struct.pack(">H4h", 4, _EM, 400, 5, 0)[:8] + struct.pack(">H", 0)
    sizes = struct.pack(">10h", 650, 600, 0, 75, 650, 600, 0, 350, 50, 300) + struct.pack(">h", 0)
    tail = struct.pack(">10B4L4s3H3h2H2L2h3H", *(0,) * 10, 0, 0, 0, 0, b"YCYC", 0x40, codes[0], codes[-1],
                       _UP, _DOWN, 0, _UP, -_DOWN, 0, 0, 500, 700, 0, 32, 2)  # fmt: skip
    return head + sizes + tail


def _names(name: str) -> bytes:
    told = {1: name, 2: "Regular", 4: name, 6: name}
    records, texts = b"", b""
    for number, said in told.items():
        word = said.encode("utf-16-be")
        records += struct.pack(">6H", 3, 1, 0x409, number, len(word), len(texts))
        texts += word
    return struct.pack(">3H", 0, len(told), 6 + len(records)) + records + texts


def _file(kind: bytes, tables: Mapping[bytes, bytes]) -> bytes:
    power = len(tables).bit_length() - 1
    head = struct.pack(">4s4H", kind, len(tables), 16 << power, power, 16 * (len(tables) - (1 << power)))
    rows, body, place = b"", b"", len(head) + 16 * len(tables)
    for tag, table in sorted(tables.items()):
        padded = table + b"\0" * (-len(table) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
        rows += struct.pack(">4s3L", tag, total, place + len(body), len(table))
        body += padded
    return head + rows + body
