"""检索: find items by name, everyday words, two characters, pinyin or initials, all in memory."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

from yichuang.records.catalogue.search_text import is_chinese, pairs, runs

Key = TypeVar("Key", bound=Hashable)

_LONGEST = 40
_MOST_TERMS = 5
_OTHER_WORDS = 0.85  # what an everyday word counts beside the name itself
_ENOUGH = 0.5  # share of a long term's pairs that must be found
_IDLE = sorted(
    "我要 我想 我家 想要 请问 怎么办 怎么 如何 在哪里 在哪 哪里 到哪 办理 办个 办一个 要办 办 申请 申领 "
    "需要 什么 手续 流程 材料 多少钱 可以 能不能 吗 呢 的".split(),
    key=len,
    reverse=True,
)


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: str
    pinyin: str
    initials: str
    starts: tuple[int, ...]  # where in the pinyin each syllable begins


@dataclass(frozen=True, slots=True)
class Entry(Generic[Key]):
    """One thing that can be found: its key, its search column, and its order among equals (smaller first)."""

    key: Key
    search_text: str
    order: tuple[float, ...] = ()


class SearchIndex(Generic[Key]):
    """All entries by token. Built once for each state of the catalogue; a search takes a millisecond."""

    def __init__(self, entries: Iterable[Entry[Key]]) -> None:
        self._entries = tuple(entries)
        self._phrases = tuple(_phrases(entry.search_text) for entry in self._entries)
        found: dict[str, list[int]] = {}
        for place, entry in enumerate(self._entries):
            for token in {*entry.search_text.rpartition("\n")[2].split()}:
                found.setdefault(token, []).append(place)
        self._places = {token: tuple(places) for token, places in found.items()}
        self._latin = sorted(token for token in self._places if not is_chinese(token))

    def find(self, query: str, *, limit: int = 50) -> list[Key]:
        """Return the keys of what fits, best first: every term must fit; a hit in the name comes first."""
        terms = [term for run in runs(query[:_LONGEST])[:_MOST_TERMS] if (term := _without_idle(run))]
        if not terms:
            return []
        scores = self._scores(terms[0])
        for term in terms[1:]:
            more = self._scores(term)
            scores = {place: score + more[place] for place, score in scores.items() if place in more}
        best = sorted(scores, key=lambda place: (-scores[place], self._entries[place].order, place))
        return [self._entries[place].key for place in best[:limit]]

    def _scores(self, term: str) -> dict[int, float]:
        score = _score_chinese if is_chinese(term) else _score_latin
        found = {place: score(term, self._phrases[place]) for place in self._candidates(term)}
        return {place: value for place, value in found.items() if value > 0}

    def _candidates(self, term: str) -> set[int]:
        if is_chinese(term):
            return set().union(*(self._places.get(part, ()) for part in (pairs(term) or [term])))
        found: set[int] = set()
        at = bisect_left(self._latin, term)
        while at < len(self._latin) and self._latin[at].startswith(term):
            found.update(self._places[self._latin[at]])
            at += 1
        return found


def _phrases(text: str) -> tuple[_Phrase, ...]:
    rows = [line.partition("\t") for line in text.partition("\n\n")[0].splitlines()]
    return tuple(_phrase("".join(runs(words)), pinyin.split()) for words, _, pinyin in rows if words)


def _phrase(words: str, syllables: Sequence[str]) -> _Phrase:
    starts = tuple(accumulate(map(len, syllables[:-1]), initial=0)) if syllables else ()
    return _Phrase(words, "".join(syllables), "".join(s[0] for s in syllables), starts)


def _without_idle(run: str) -> str:
    """Take away what people say around the thing itself: 我想打井怎么办 becomes 打井."""
    left = run
    for word in _IDLE if is_chinese(run) else ():
        left = left.removeprefix(word).removesuffix(word)
    return left or run


def _score_chinese(term: str, phrases: Sequence[_Phrase]) -> float:
    best = 0.0
    for number, phrase in enumerate(phrases):
        value = _fit(term, phrase.words)
        best = max(best, value if number == 0 else value * _OTHER_WORDS)
    if best == 0 and len(term) > 2:
        wanted = pairs(term)
        found = sum(any(pair in phrase.words for phrase in phrases) for pair in wanted) / len(wanted)
        best = 40 * found if found >= _ENOUGH else 0
    return best


def _fit(term: str, words: str) -> float:
    if words == term:
        return 100
    if words.startswith(term):
        return 90
    if term in words:
        return 75
    return 60 if len(words) > 1 and words in term else 0


def _score_latin(term: str, phrases: Sequence[_Phrase]) -> float:
    best = 0.0
    for number, phrase in enumerate(phrases):
        value = _fit_latin(term, phrase)
        best = max(best, value if number == 0 else value * _OTHER_WORDS)
    return best


def _fit_latin(term: str, phrase: _Phrase) -> float:
    if term in (phrase.initials, phrase.pinyin):
        return 95
    if phrase.initials.startswith(term) or phrase.pinyin.startswith(term):
        return 88
    if term in phrase.words:
        return 80
    if len(term) > 1 and (term in phrase.initials or any(phrase.pinyin.startswith(term, at) for at in phrase.starts)):
        return 68
    return 0
