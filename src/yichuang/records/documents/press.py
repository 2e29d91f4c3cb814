"""The press (制版): makes sheets in a process of its own.

Its memory goes when it rests, and a sheet that never ends takes no web process with it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from threading import Lock, Timer
from typing import Any

from yichuang.records.documents import pressing

PATIENCE = 60.0  # seconds for one sheet; the longest of ours takes a fraction of one
RESTS_AFTER = 10.0  # seconds without a sheet


class Press:
    """One process that makes one sheet after the other; started when asked, ended when idle."""

    def __init__(
        self, work: Any = pressing.press, patience: float = PATIENCE, rests_after: float = RESTS_AFTER
    ) -> None:
        self._work, self._patience, self._rests_after = work, patience, rests_after
        self._pool: ProcessPoolExecutor | None = None
        self._owner, self._sheets, self._watched = 0, 0, False
        self._lock = Lock()

    def make(self, source: str, inputs: Mapping[str, str], timestamp: int, how: Mapping[str, Any]) -> Any:
        """Return what `pressing.press` returns. Raises: pressing.Fault."""
        return self.run(self._work, source, inputs, timestamp, how)

    def run(self, work: Any, *about: Any) -> Any:
        """Return what `work`, a function of a module, returns in the press. Raises: pressing.Fault, and its own."""
        with self._lock:
            pool = self._running()
            try:
                return pool.submit(work, *about).result(self._patience)
            except (TimeoutError, BrokenProcessPool) as fault:
                self._end(kill=True)
                raise pressing.Fault("制作没有完成") from fault
            finally:
                self._sheets += 1
                self._watch()

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._pool is not None

    def _running(self) -> ProcessPoolExecutor:
        if self._pool is None or self._owner != os.getpid():  # a forked process has none of its own yet
            self._pool = ProcessPoolExecutor(1, get_context("spawn"), pressing.follow)
            self._owner, self._watched = os.getpid(), False
        return self._pool

    def _watch(self) -> None:
        """Look again after a while; one watch at a time."""
        if not self._watched:
            self._watched = True
            timer = Timer(self._rests_after, self._rest, [self._sheets])
            timer.daemon = True
            timer.start()

    def _rest(self, sheets: int) -> None:
        with self._lock:
            self._watched = False
            if sheets == self._sheets:
                self._end()
            elif self._pool is not None:
                self._watch()

    def _end(self, *, kill: bool = False) -> None:
        pool, self._pool = self._pool, None
        if pool is None or self._owner != os.getpid():
            return
        for process in list((pool._processes or {}).values()) if kill else ():
            process.kill()
        pool.shutdown(wait=not kill, cancel_futures=True)


THE_PRESS = Press()
