"""Sums of money in capital numerals (人民币大写), written as the papers write them."""

from __future__ import annotations

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")
MOST = 10**18  # fen: what the groups have words for


def capital(fen: int) -> str:
    """Return a sum in capital numerals (大写金额): 126005 → 壹仟贰佰陆拾元零伍分.

    A gap between digits is one 零; a sum of whole yuan ends with 整.
    Raises: ValueError for a negative sum or one beyond the words.
    Basis: XKF-59
    """
    if not 0 <= fen < MOST:
        raise ValueError(f"{fen}: no sum of money")
    yuan, jiao, rest = fen // 100, fen // 10 % 10, fen % 10
    words = f"{_whole(yuan)}元" if yuan else ""
    if not jiao and not rest:
        return f"{words}整" if words else "零元整"
    if jiao:
        words += f"{_DIGITS[jiao]}角"
    elif words:
        words += "零"
    return f"{words}{_DIGITS[rest]}分" if rest else words


def _whole(number: int) -> str:
    """Return a whole number in words: 10000005 → 壹仟万零伍."""
    words, gap = "", False
    for power in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**power % 10
        if digit:
            words += ("零" if gap else "") + _DIGITS[digit] + _PLACES[power % 4]
        gap = not digit
        if power % 4 == 0 and number // 10**power % 10000:
            words += _GROUPS[power // 4]
    return words
