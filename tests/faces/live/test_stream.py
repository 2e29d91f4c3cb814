"""The streams of the hall's screens: who hears what, how many, how often the database is asked, and what stops them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.faces.live.conftest import Halls, Running, running

PATH = "/live/state/hall/"


async def joined(port: int, path: str = PATH, more: str = "") -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: x\r\n{more}\r\n".encode())
    return reader, writer


async def heard(reader: asyncio.StreamReader, words: str) -> str:
    """Read until these words come; return all that came."""
    came = ""
    async with asyncio.timeout(8):
        while words not in came and (part := await reader.read(4096)):
            came += part.decode()
    return came


async def status(port: int, path: str = PATH, more: str = "") -> str:
    reader, writer = await joined(port, path, more)
    line = (await asyncio.wait_for(reader.readline(), 8)).decode()
    writer.close()
    return line.split()[1]


def run(story: Callable[[], Awaitable[Any]]) -> Any:
    return asyncio.run(story())  # type: ignore[arg-type]


def test_it_works(live: Running) -> None:
    async def story() -> str:
        reader, writer = await joined(live.port)
        first = await heard(reader, "data: one")
        live.halls.told["state:hall"] = (2, "two")
        second = await heard(reader, "data: two")
        writer.close()
        return first + second

    came = run(story)
    assert "text/event-stream" in came
    assert "retry: " in came
    assert "id: 1-" in came
    assert "id: 2-" in came


def test_300_screens_hear_it_with_a_few_reads(live: Running) -> None:
    async def story() -> tuple[int, int]:
        screens = await asyncio.gather(*(joined(live.port) for _ in range(300)))
        await asyncio.gather(*(heard(reader, "data: one") for reader, _ in screens))
        before = live.halls.asked
        live.halls.told["state:hall"] = (2, "two")
        await asyncio.gather(*(heard(reader, "data: two") for reader, _ in screens))
        listening, asked = live.entry.hub.listeners, live.halls.asked - before
        for _, writer in screens:
            writer.close()
        return listening, asked

    listening, asked = run(story)
    assert listening == 300
    assert asked < 100  # by time, not by screen


def test_who_left_is_forgotten(live: Running) -> None:
    async def story() -> None:
        _, writer = await joined(live.port)
        while not live.entry.hub.listeners:
            await asyncio.sleep(0.01)
        writer.close()
        async with asyncio.timeout(5):
            while live.entry.hub.listeners:
                await asyncio.sleep(0.01)

    run(story)


@pytest.mark.parametrize(
    ("path", "told"),
    [("/live/state/nowhere/", "404"), ("/live/customer/", "404"), ("/live/", "404"), ("/live/state/../x/", "404")],
)
def test_unknown_and_closed_streams(live: Running, path: str, told: str) -> None:
    assert run(lambda: status(live.port, path)) == told


def test_a_screen_that_has_the_last_word_isn_t_told_again(live: Running) -> None:
    async def story() -> str:
        reader, writer = await joined(live.port)
        mark = (await heard(reader, "data: one")).split("id: ")[1].split()[0]
        writer.close()
        reader, writer = await joined(live.port, more=f"Last-Event-ID: {mark}\r\n")
        await heard(reader, "retry: ")
        live.halls.told["state:hall"] = (2, "two")
        came = await heard(reader, "data: two")
        writer.close()
        return came

    assert "data: one" not in run(story)


def test_too_many_of_one_address() -> None:
    live = running(per_address=1)

    async def story() -> str:
        reader, writer = await joined(live.port)
        await heard(reader, "data: one")
        told = await status(live.port)
        writer.close()
        return told

    assert run(story) == "429"
    live.stop()


def test_the_server_stops_at_once_and_screens_come_back() -> None:
    live = running()

    async def story() -> str:
        reader, _ = await joined(live.port)
        await heard(reader, "data: one")
        await asyncio.to_thread(live.stop)
        rest = await heard(reader, "never")
        again = running(Halls({"state:hall": (3, "three")}), live.port)
        reader, _ = await joined(again.port)
        rest += await heard(reader, "data: three")
        await asyncio.to_thread(again.stop)
        return rest

    assert "data: three" in run(story)
    assert not live.thread.is_alive()


def test_a_broken_database_is_waited_for(live: Running, capsys: pytest.CaptureFixture[str]) -> None:
    async def story() -> str:
        reader, writer = await joined(live.port)
        await heard(reader, "data: one")
        kept = live.halls.told
        with contextlib.suppress(AttributeError):
            live.halls.told = None  # type: ignore[assignment]
        await asyncio.sleep(0.2)
        live.halls.told = kept | {"state:hall": (2, "two")}
        came = await heard(reader, "data: two")
        writer.close()
        return came

    assert "data: two" in run(story)
    assert "自动重试" in capsys.readouterr().err
