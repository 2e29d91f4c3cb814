"""What is shown of personal data where the reader does not need all of it (脱敏). The rule has one place."""

from __future__ import annotations

import re

_NUMBERS = re.compile(r"(?<![0-9A-Za-z])[0-9]{11,18}[0-9Xx]?(?![0-9A-Za-z])")
_STAR = "*"


def mask_identity_number(number: str) -> str:
    """Return first three and last four characters (证件号码脱敏): 350***********1234. Short values vanish."""
    return _middle(number, 3, 4)


def mask_phone(number: str) -> str:
    """Return first three and last four digits (电话脱敏): 138****2207. Short values vanish."""
    return _middle(number, 3, 4)


def mask_name(name: str) -> str:
    """Return the first and last character (姓名脱敏): 张*兰, 张*, 欧**婷; a single character vanishes."""
    if len(name) <= 2:
        return name[:1] + _STAR if len(name) == 2 else _STAR * len(name)
    return _middle(name, 1, 1)


def mask_address(address: str, *, shown: int = 6) -> str:
    """Return the beginning of an address, usually province and city (地址脱敏), then three stars."""
    return f"{address[:shown]}***" if len(address) > shown else _STAR * len(address)


def mask_text(words: str) -> str:
    """Return a text with the telephone and identity numbers in it masked (正文脱敏)."""
    return _NUMBERS.sub(lambda found: mask_identity_number(found[0]), words)


def _middle(text: str, first: int, last: int) -> str:
    """Star everything between; a text too short to hide anything is starred whole."""
    hidden = len(text) - first - last
    if hidden < 1:
        return _STAR * len(text)
    return text[:first] + _STAR * hidden + text[-last:]
