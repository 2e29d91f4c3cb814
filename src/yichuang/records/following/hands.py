"""Many hands for a run from nothing (分头重算): pages are worked out side by side and come back in their order.

What a hand puts on record must be the same whoever does it and however often. Whoever asked passes the pages in their
order, each after its work is done: so what a run that was cut short has passed is the same for any number of hands.

Each hand begins anew, with the rules and norms that lie there now. Where these were exchanged since the asking process
began (an upgrade beneath it), hands would find by other rules than he: none of them begins then.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import django

from yichuang import law, rules

Result = TypeVar("Result")
Page = Sequence[UUID]
_AHEAD = 2  # pages for each hand, so that none waits
_ROOMS = (Path(str(rules.__file__)).parent, Path(str(law.__file__)).parent)


class Exchanged(RuntimeError):
    """The rules lying there are not those of the asking process (规则在运行中被更换)."""


def edition() -> str:
    """Return what names the rules and norms as they lie there now: every file with its size and time."""
    found = sorted((path for room in _ROOMS for path in room.rglob("*.*") if path.suffix in (".py", ".yaml")), key=str)
    marks = ((str(path), status.st_size, status.st_mtime_ns) for path in found for status in [path.stat()])
    return sha256(repr(list(marks)).encode()).hexdigest()


_LOADED = edition()


def begin(asked: str) -> None:
    """Begin as a hand of whoever asked.  Raises: Exchanged."""
    if asked != _LOADED:
        raise Exchanged("规则或者参数在运行中被更换，请重新启动以后再算")
    django.setup()


def in_order(work: Callable[[Page], Result], pages: Iterable[Page], hands: int) -> Iterator[tuple[Page, Result]]:
    """Yield each page with what `work` returns of it; for more than one hand it must be one that can be sent."""
    if hands < 2:
        for page in pages:
            yield page, work(page)
        return
    waiting: deque[tuple[Page, Future[Result]]] = deque()
    with ProcessPoolExecutor(hands, mp_context=get_context("spawn"), initializer=begin, initargs=(_LOADED,)) as pool:
        for page in pages:
            waiting.append((page, pool.submit(work, page)))
            if len(waiting) >= hands * _AHEAD:
                first, coming = waiting.popleft()
                yield first, coming.result()
        while waiting:
            first, coming = waiting.popleft()
            yield first, coming.result()
