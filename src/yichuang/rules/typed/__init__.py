"""Words that somebody typed (填写的文字): what nobody types is taken out or refused, and nothing is cut in silence."""

from __future__ import annotations

import re
import unicodedata

from yichuang.rules.verdict import Refused

_RANGES = (
    (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160),
    (0x17B4, 0x17B5), (0x180B, 0x180E), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0x2800, 0x2800),
    (0x3164, 0x3164), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF9, 0xFFFB), (0xE0000, 0xE007F),
)  # fmt: skip
_UNSEEN = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _RANGES) + "]")
_NO_WORD = frozenset({"So", "Sk", "Cs", "Co", "Cn"})
_LETTERLIKE = frozenset("№")


def unseen(word: str) -> bool:
    """Return whether the words hold a character that nobody sees; the end of a line is none."""
    return _UNSEEN.search(word.replace("\r\n", "\n")) is not None


def visible(word: str) -> str:
    """Return the words without control characters, zero widths and turns of direction."""
    return _UNSEEN.sub("", word)


def seen(word: str) -> str:
    """Return the visible words without blanks around."""
    return visible(word).strip()


def typed(word: str, what: str, most: int) -> str:
    """Return the words as they go on record.  Raises: Refused when they are longer than their place."""
    clean = seen(word)
    if len(clean) > most:
        raise Refused("typed_too_long", "YC", {"what": what, "most": most})
    return clean


def strange(word: str) -> str:
    """Return the characters that no name and no number has, as U+202E; "" where there are none."""
    odd = {one for one in word if one in "<>" or _UNSEEN.match(one) or unicodedata.category(one) in _NO_WORD}
    return "、".join(f"U+{ord(one):04X}" for one in sorted(odd - _LETTERLIKE))
