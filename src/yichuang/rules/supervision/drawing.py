"""双随机: what is checked and by whom, drawn from lists fixed before so that anybody can draw again (随机抽取).

The lists are closed and their digest put on record first; only the root of the first checkpoint signed after that
tells the draw. Whoever makes the lists can't know it, and whoever knows it can't change the lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from yichuang.rules.verdict import ALLOWED, Verdict, refuse

MOST = 2000  # what one list may hold: a platform's limit, not one of the law


@dataclass(frozen=True, slots=True)
class Drawable:
    """One line of the list: its public number, and which inspectors may not check it (回避)."""

    no: str
    barred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lists:
    """被抽查对象名录库和检查人员名录库, how many are drawn, and how many persons check each."""

    subjects: tuple[Drawable, ...]
    inspectors: tuple[str, ...]
    size: int
    per: int

    @property
    def digest(self) -> str:
        """Return the digest that is put on record when the lists are closed.

        SHA-256 over lines: each number with those who keep out; an empty line; each inspector; an empty line; counts.
        """
        lines = [" ".join((one.no, *sorted(one.barred))) for one in self.subjects]
        told = [*lines, "", *self.inspectors, "", f"{self.size} {self.per}"]
        return sha256("\n".join(told).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Drawn:
    """One line of the result: what is checked, and by whom (抽取结果)."""

    no: str
    inspectors: tuple[str, ...]


def drawn(lists: Lists, root: str) -> tuple[Drawn, ...]:
    """Return what the root of a checkpoint draws from the lists: the smallest digests first.

    Basis: S3-二(六)1
    """
    seed = sha256(f"{lists.digest}:{root}".encode()).hexdigest()
    chosen = sorted(lists.subjects, key=lambda one: _lot(seed, one.no))[: lists.size]
    return tuple(Drawn(one.no, _pair(lists, one, seed)) for one in chosen)


def checkable(lists: Lists) -> tuple[Lists, tuple[str, ...]]:
    """Return the lists without what too few are free to check, and the numbers left out (回避后人手不足的对象).

    One case that two watchers had a hand in does not stop the check of all others; that it is left out is put on
    record. Where nothing else is left, the lists stay as they are and are refused by name.
    Basis: S3-二(六)1, XKF-61.2
    """
    if len(lists.subjects) > MOST:
        return lists, ()
    enough = [len(_free(lists.inspectors, one)) >= lists.per for one in lists.subjects]
    kept = tuple(one for one, good in zip(lists.subjects, enough, strict=True) if good)
    out = tuple(one.no for one, good in zip(lists.subjects, enough, strict=True) if not good)
    return (replace(lists, subjects=kept), out) if kept else (lists, ())


def may_announce(lists: Lists, least: int) -> Verdict:
    """Say whether such lists can be drawn from: enough of both, and at least `least` persons for each.

    Basis: S3-二(六)1, XKF-61.2
    """
    if not lists.subjects or len(lists.subjects) > MOST:
        return refuse("spot_check_subjects", "S3-二(六)1", found=len(lists.subjects), most=MOST)
    if not 1 <= lists.size <= len(lists.subjects):
        return refuse("spot_check_size", "S3-二(六)1", found=len(lists.subjects))
    if lists.per < least:
        return refuse("spot_check_per", "XKF-61.2", least=least)
    short = next((one for one in lists.subjects if len(_free(lists.inspectors, one)) < lists.per), None)
    if short is not None:
        return refuse("spot_check_inspectors", "S3-二(六)1", no=short.no, per=lists.per)
    return ALLOWED


def _lot(seed: str, word: str) -> str:
    return sha256(f"{seed}|{word}".encode()).hexdigest()


def _free(inspectors: Sequence[str], one: Drawable) -> list[str]:
    return [name for name in inspectors if name not in one.barred]


def _pair(lists: Lists, one: Drawable, seed: str) -> tuple[str, ...]:
    return tuple(sorted(_free(lists.inspectors, one), key=lambda name: _lot(seed, f"{one.no}|{name}"))[: lists.per])
