"""Many hands for a run from nothing (分头重算): pages are worked out side by side and come back in their order.

Only reading and judging is done side by side. Whoever asked writes, page by page, as he would alone: so what is put on
record, and what a run that was cut short has passed, is the same for any number of hands.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar
from uuid import UUID

import django

Result = TypeVar("Result")
Page = Sequence[UUID]
_AHEAD = 2  # pages for each hand, so that none waits


def in_order(work: Callable[[Page], Result], pages: Iterable[Page], hands: int) -> Iterator[tuple[Page, Result]]:
    """Yield each page with what `work` returns of it; for more than one hand it must be one that can be sent."""
    if hands < 2:
        for page in pages:
            yield page, work(page)
        return
    waiting: deque[tuple[Page, Future[Result]]] = deque()
    with ProcessPoolExecutor(hands, mp_context=get_context("spawn"), initializer=django.setup) as pool:
        for page in pages:
            waiting.append((page, pool.submit(work, page)))
            if len(waiting) >= hands * _AHEAD:
                first, coming = waiting.popleft()
                yield first, coming.result()
        while waiting:
            first, coming = waiting.popleft()
            yield first, coming.result()
