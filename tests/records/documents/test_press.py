"""The press: a process of its own that ends when idle, and takes nobody with it when a sheet goes wrong."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.guards.sources import ROOT
from tests.records.documents.jobs import complains, dies, never, where
from yichuang.records.documents import pressing, rendering
from yichuang.records.documents.press import Press
from yichuang.records.documents.pressing import Fault


def made(work: Any, **more: float) -> Any:
    return Press(work, **more).make("", {}, 0, {})


@pytest.fixture
def press() -> Iterator[Press]:
    found = Press(where, rests_after=0.2)
    yield found
    found._end()


def test_sheets_are_made_elsewhere_by_one_process(press: Press) -> None:
    first, second = press.make("", {}, 0, {}), press.make("", {}, 0, {})
    assert first == second != os.getpid()


def test_it_ends_when_idle_and_starts_again(press: Press) -> None:
    first = press.make("", {}, 0, {})
    deadline = time.monotonic() + 30
    while press.running and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not press.running
    assert press.make("", {}, 0, {}) != first


def test_it_ends_with_a_server_that_is_killed() -> None:
    words = (
        "from tests.records.documents.jobs import where; from yichuang.records.documents.press import Press\n"
        "if __name__ == '__main__':\n    import os\n    print(Press(where).make('', {}, 0, {}), flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    env = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    done = subprocess.run([sys.executable, "-c", words], env=env, cwd=ROOT, capture_output=True, text=True, timeout=90)
    press = Path("/proc") / done.stdout.strip()
    assert (done.returncode, press.name.isdigit()) == (-9, True)
    deadline = time.monotonic() + 30
    while press.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not press.exists()


def test_a_sheet_that_never_ends_is_given_up() -> None:
    with pytest.raises(Fault, match="没有完成"):
        made(never, patience=3)


def test_a_sheet_that_kills_the_press_is_given_up() -> None:
    with pytest.raises(Fault, match="没有完成"):
        made(dies)


def test_what_is_wrong_with_a_sheet_is_told() -> None:
    with pytest.raises(Fault, match="缺字"):
        made(complains)


def test_a_fault_is_one_of_rendering(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "THE_PRESS", Press(dies))
    with pytest.raises(rendering.RenderingFault, match="没有完成"):
        rendering.sheet_of("filled_form@2026-11", {}, datetime(2026, 11, 22, tzinfo=UTC))


def test_each_of_many_sheets_is_made_of_its_own_words(tmp_path: Path) -> None:
    source = tmp_path / "words.typ"
    source.write_text("#set page(height: auto)\n#for _ in range(int(json(sys.inputs.from).pages)) [#pagebreak()]")
    with ThreadPoolExecutor(4) as pool:
        made = pool.map(lambda pages: pressing.press(str(source), {"pages": pages}, 0, {"format": "pdf"}), "012" * 4)
    assert [pdf.count(b"/Type/Page/") for pdf in made] == [1, 2, 3] * 4
