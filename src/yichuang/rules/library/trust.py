"""可信等级: how far a file among the materials can be relied on, by how it came and who compared it with what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yichuang.rules.verdict import ALLOWED, Verdict, refuse

LEVELS: Mapping[str, str] = {
    "A": "发证机关提供，直接使用",
    "B": "窗口已与原件核对，可以再用",
    "C": "用户上传，使用前须核对原件",
    "D": "用户填写并承诺真实，直接使用",
}


def level_of(file: Mapping[str, Any], *, original_seen: bool) -> str:
    """Return the trust level of a file: what it was given when it came, else B by the clerk's comparison, else C.

    A comes with a certificate of the library by its type, D with what the applicant declared himself.
    Basis: YC
    """
    told = str(file.get("trust", ""))
    if told in LEVELS and not (told == "C" and original_seen):
        return told
    if file.get("certificate"):
        return "A"
    return "B" if original_seen else "C"


def seen(verdict: str, originals: int) -> bool:
    """Say whether the window compared with the original: found right, and an original was shown.  Basis: YC"""
    return verdict == "ok" and originals > 0


def again(file: Mapping[str, Any], no: str, *, original_seen: bool) -> dict[str, Any]:
    """Return a file of an earlier case as a new one takes it: what was compared once stays compared.

    A certificate is not copied from case to case: how it stands is asked anew.  Basis: ZXZW-11, YC
    """
    kept = {name: file[name] for name in ("digest", "name", "media_type", "size") if name in file}
    level = level_of(file, original_seen=original_seen)
    return {**kept, "from_case": no} | ({"trust": "B"} if level == "B" else {})


def may_again(file: Mapping[str, Any], verdict: str) -> bool:
    """Say whether a file of an earlier case may be used again: not a certificate, not a form, not a faulty one.

    Basis: ZXZW-11, XKF-31.1
    """
    return not file.get("certificate") and file.get("trust") != "D" and verdict != "correct"


def may_compare(file_count: int, copies: int, verdict: str, originals: int) -> Verdict:
    """Say whether a material may be marked as compared with its original (原件已核对): there is a copy of it, no fault
    is named in it, and it was not compared before.

    Basis: XKF-31.1, YC
    """
    if not file_count and not copies:
        return refuse("nothing_to_compare", "XKF-31.1")
    if verdict == "correct":
        return refuse("faulty_not_compared", "XKF-31.1")
    return refuse("original_seen_before", "YC") if originals > 0 else ALLOWED
