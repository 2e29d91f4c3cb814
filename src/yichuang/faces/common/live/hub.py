"""The hub (推送中枢): reads what changed once a second and tells every screen; no query and no thread per screen."""

from __future__ import annotations

import asyncio
import hashlib
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

Known = Mapping[str, int]  # the revision of each topic that is listened to; -1 asks for it anew
Found = Mapping[str, tuple[int, str]]  # revision and text of each topic that changed
Reads = Callable[[Known], Found]

EVERY = 1.0  # seconds between two looks
ANEW = 30  # looks after which everything is read again: waiting times change without a change of the rows
PATIENCE = 10.0  # seconds that a first word may take
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Word:
    """What a topic says now, as it goes over the wire."""

    mark: str
    frame: bytes


@dataclass(slots=True)
class Topic:
    """One thing that screens listen to. Only its last word is kept: a slow screen misses words, it hoards none."""

    listeners: int = 0
    revision: int = NOBODY
    word: Word | None = None
    news: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    def say(self, revision: int, text: str) -> None:
        """Keep the new word and wake who waits; the same word again wakes nobody."""
        self.revision = revision
        mark = f"{revision}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
        if self.word is not None and self.word.mark.partition("-")[2] == mark.partition("-")[2]:
            return
        lines = "".join(f"data: {line}\n" for line in text.splitlines())
        self.word = Word(mark, f"id: {mark}\n{lines}\n".encode())
        self.wake()

    def wake(self) -> None:
        """Wake who waits."""
        told, self.news = self.news, asyncio.get_running_loop().create_future()
        if not told.done():
            told.set_result(None)


class Hub:
    """Topics and who listens. Reading runs in one thread of its own, which keeps its database connection."""

    def __init__(self, reads: Reads, every: float = EVERY) -> None:
        self._reads, self._every = reads, every
        self._topics: dict[str, Topic] = {}
        self._thread = ThreadPoolExecutor(1, "live")
        self._work: asyncio.Task[None] | None = None
        self._hurry: asyncio.Event | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self.closed = False

    @property
    def listeners(self) -> int:
        """Return how many screens listen."""
        return sum(topic.listeners for topic in self._topics.values())

    async def join(self, name: str) -> Topic | None:
        """Listen to a topic; None when there is no such thing. Whoever joins must leave."""
        topic = self._topics.setdefault(name, Topic())
        topic.listeners += 1
        self._begin()
        try:
            async with asyncio.timeout(PATIENCE):
                while topic.word is None and self._topics.get(name) is topic and not self.closed:
                    await asyncio.shield(topic.news)
        except TimeoutError:
            pass
        except asyncio.CancelledError:
            self.leave(name, topic)
            raise
        if topic.word is None:
            self.leave(name, topic)
            return None
        return topic

    def leave(self, name: str, topic: Topic) -> None:
        """Stop listening; a topic that nobody listens to is forgotten."""
        topic.listeners -= 1
        if topic.listeners <= 0 and self._topics.get(name) is topic:
            del self._topics[name]

    async def in_thread(self, ask: Callable[[], str | None]) -> str | None:
        """Ask the database something, in the hub's thread."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, ask)

    def told(self) -> None:
        """Look at once: something changed in this process. May be called from any thread."""
        if self._loop is not None and self._hurry is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._hurry.set)

    def close(self) -> None:
        """Let everybody go: the server stops."""
        self.closed = True
        for topic in self._topics.values():
            topic.wake()

    def _begin(self) -> None:
        self._loop = asyncio.get_running_loop()
        if self._work is None or self._work.done():
            self._hurry = asyncio.Event()
            self._work = asyncio.create_task(self._watch())
        elif self._hurry is not None:
            self._hurry.set()

    async def _watch(self) -> None:
        """Look again and again while anybody listens."""
        looks, failed = 0, False
        while self._topics and not self.closed:
            looks += 1
            try:
                await self._look(anew=looks % ANEW == 0)
                failed = False
            except Exception as fault:
                if not failed:
                    print(f"大屏数据暂时读不出来，会自动重试：{fault}", file=sys.stderr)
                failed = True
            await self._pause()

    async def _look(self, *, anew: bool) -> None:
        asked = {name: NOBODY if anew else topic.revision for name, topic in self._topics.items()}
        found = await asyncio.get_running_loop().run_in_executor(self._thread, self._reads, asked)
        for name, (revision, text) in found.items():
            if name in self._topics:
                self._topics[name].say(revision, text)
        for name, revision in asked.items():
            unknown = self._topics.get(name) if revision == NOBODY and name not in found else None
            if unknown is not None and unknown.word is None:  # there is no such hall
                self._topics.pop(name).wake()

    async def _pause(self) -> None:
        hurry = self._hurry
        if hurry is None:
            return
        try:
            async with asyncio.timeout(self._every):
                await hurry.wait()
        except TimeoutError:
            pass
        hurry.clear()
