"""What a loudspeaker says (语音叫号): numbers one by one, as they are read out in a hall."""

from __future__ import annotations

from datetime import time

_DIGITS = dict(zip("0123456789", "零一二三四五六七八九", strict=True))


def read_out(no: str) -> str:
    """Return a number as it is spoken: A012 → A 零 一 二.  Basis: YC"""
    return " ".join(_DIGITS.get(letter, letter) for letter in no)


def call_words(no: str, window: str) -> str:
    """Return the sentence: 请 A 零 一 二 号到 三 号窗口.  Basis: YC"""
    plain = window.lstrip("0") or window
    return f"请 {read_out(no)} 号，到 {read_out(plain)} 号窗口"


def is_loud(at: time, since: time, until: time) -> bool:
    """Say whether the loudspeaker may speak: silent at night; over midnight when it begins later than it ends.

    Basis: YC
    """
    return since <= at < until if since <= until else at >= since or at < until
