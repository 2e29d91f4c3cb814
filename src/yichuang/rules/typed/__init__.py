"""Words that somebody typed (填写的文字): what nobody types is taken out or refused, and nothing is cut in silence."""

from __future__ import annotations

import re
import unicodedata

from yichuang.rules.verdict import Refused

_RANGES = (
    (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB), (0xE0000, 0xE007F),
)  # fmt: skip
_UNSEEN = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _RANGES) + "]")
_NO_WORD = frozenset({"So", "Sk", "Cs", "Co", "Cn"})
_LETTERLIKE = frozenset("№")


def seen(word: str) -> str:
    """Return the words without control characters, zero widths and turns of direction, and without blanks around."""
    return _UNSEEN.sub("", word).strip()


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
