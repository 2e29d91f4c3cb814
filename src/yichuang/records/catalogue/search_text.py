"""检索词: the one search column of an item, the same on every database.

First the phrases, one a line, with their pinyin; after an empty line all tokens: characters, pairs of
characters, pinyin from every syllable on, initials from every syllable on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import yaml

_RUNS = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SYNONYMS = Path(__file__).with_name("synonyms.yaml")


def runs(words: str) -> list[str]:
    """Return the runs of Chinese characters and of letters and digits, half-width and lower case."""
    return _RUNS.findall(words.translate(_FULL_WIDTH).lower())


def is_chinese(run: str) -> bool:
    """Return whether a run is of Chinese characters."""
    return run[0] > "\u3000"


def pairs(run: str) -> list[str]:
    """Return all neighbouring pairs of characters."""
    return [run[at : at + 2] for at in range(len(run) - 1)]


def search_text(name: str, others: Iterable[str] = (), *, latin: bool = True) -> str:
    """Return the search column of an item: its name first, then short name and everyday words, then synonyms.

    `latin` False leaves pinyin out: quick enough to do while a list is loaded.
    """
    said = (name, *others, *_otherwise(name))
    phrases = dict.fromkeys(" ".join(words.split()) for words in said if runs(words))
    rows = [(phrase, _pinyin(phrase) if latin else []) for phrase in phrases]
    tokens = dict.fromkeys(token for row in rows for token in _tokens(*row))
    lines = [f"{phrase}\t{' '.join(syllables)}" for phrase, syllables in rows]
    return "\n".join([*lines, "", " ".join(tokens)])


def _otherwise(name: str) -> Iterator[str]:
    """Say a name in other words (同义词)."""
    for group in _synonyms():
        said = next((word for word in group if word in name), None)
        if said is not None:
            yield from (name.replace(said, word) for word in group if word != said and word not in name)


@cache
def _synonyms() -> tuple[tuple[str, ...], ...]:
    groups = yaml.load(_SYNONYMS.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return tuple(tuple(sorted(group, key=len, reverse=True)) for group in groups)


def _pinyin(phrase: str) -> list[str]:
    from pypinyin import lazy_pinyin  # slow to import, and only needed where items are written

    return [syllable for part in lazy_pinyin("".join(runs(phrase))) for syllable in runs(part)]


def _tokens(phrase: str, syllables: Sequence[str]) -> Iterator[str]:
    for run in runs(phrase):
        yield from (*pairs(run), *run) if is_chinese(run) else (run,)
    initials = "".join(syllable[0] for syllable in syllables)
    for at in range(len(syllables)):
        yield "".join(syllables[at:])
        yield initials[at:]
