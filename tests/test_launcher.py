"""The launcher: from anywhere, through a link, and in one sentence when something is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
UV_THAT_WORKS = """
[ "$1" = --version ] && exit 0
echo "$@" >> "{log}"
mkdir -p "$UV_PROJECT_ENVIRONMENT/bin"
printf '#!/bin/sh\\necho "$@"\\n' > "$UV_PROJECT_ENVIRONMENT/bin/python"
chmod +x "$UV_PROJECT_ENVIRONMENT/bin/python"
"""
UV_WITHOUT_NETWORK = '[ "$1" = --version ] && exit 0\necho "error: connection refused" >&2\nexit 2'


class House:
    """A copy of the launcher with nothing around it but the tools a test puts there."""

    def __init__(self, folder: Path) -> None:
        self.root, self.tools, self.log = folder / "house", folder / "tools", folder / "log"
        self.root.mkdir()
        self.tools.mkdir()
        for name in ("yc", "uv.lock", "pyproject.toml"):
            shutil.copy(ROOT / name, self.root / name)
        for name in "sh dirname readlink cat cksum mktemp rm tail mkdir chmod id".split():
            (self.tools / name).symlink_to(str(shutil.which(name)))

    def tool(self, name: str, script: str) -> None:
        """Put a tool on the path."""
        (self.tools / name).write_text(f"#!/bin/sh\n{script.replace('{log}', str(self.log))}\n", encoding="utf-8")
        (self.tools / name).chmod(0o755)

    def yc(self, *words: str, program: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run the launcher from somewhere else."""
        command = [str(program or self.root / "yc"), *words]
        return subprocess.run(
            command,
            cwd="/",
            env={"PATH": str(self.tools), "YICHUANG_PYTHON": str(self.tools / "system-python")},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_it_works(house: House) -> None:
    house.tool("uv", UV_THAT_WORKS)
    answer = house.yc("check", "uscc", "a b")
    assert answer.stdout == "-P -m yichuang.faces.terminal.main check uscc a b\n"
    assert house.log.read_text().split() == ["sync", "--frozen", "--inexact", "--quiet", "--no-dev"]


def test_the_systems_own_python_is_taken_first(house: House) -> None:
    house.tool("uv", UV_THAT_WORKS.replace('"$@" >>', '"$@ $UV_PYTHON" >>'))
    house.yc("demo")
    house.tool("system-python", "exit 0")
    (house.root / "uv.lock").write_text("changed\n", encoding="utf-8")
    house.yc("demo")
    assert [line.split("--no-dev ")[1] for line in house.log.read_text().splitlines()] == [
        "",
        str(house.tools / "system-python"),
    ]


def test_it_prepares_only_once(house: House) -> None:
    house.tool("uv", UV_THAT_WORKS)
    assert house.yc("demo").stderr != ""
    assert house.yc("demo").stderr == ""
    assert len(house.log.read_text().splitlines()) == 1


@pytest.mark.skipif(shutil.which("flock") is None, reason="needs flock")
def test_two_first_starts_at_once_prepare_once(house: House) -> None:
    (house.tools / "flock").symlink_to(str(shutil.which("flock")))
    (house.tools / "sleep").symlink_to(str(shutil.which("sleep")))
    house.tool("uv", UV_THAT_WORKS.replace("mkdir", "sleep 1; mkdir", 1))
    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(house.yc, ("demo", "check")))
    assert [answer.returncode for answer in answers] == [0, 0]
    assert len(house.log.read_text().splitlines()) == 1


def test_it_prepares_again_when_the_lock_changes(house: House) -> None:
    house.tool("uv", UV_THAT_WORKS)
    house.yc("demo")
    (house.root / "uv.lock").write_text("changed\n", encoding="utf-8")
    house.yc("demo")
    assert len(house.log.read_text().splitlines()) == 2


def test_only_the_check_and_the_bench_fetch_development_tools(house: House) -> None:
    house.tool("uv", UV_THAT_WORKS)
    for command in ("demo", "test", "demo", "bench"):
        house.yc(command)
    assert [line.split()[-1] for line in house.log.read_text().splitlines()] == ["--no-dev", "--dev"]


def test_through_a_link(house: House, tmp_path: Path) -> None:
    house.tool("uv", UV_THAT_WORKS)
    (tmp_path / "link").symlink_to(house.root / "yc")
    assert "check" in house.yc("check", program=tmp_path / "link").stdout


def test_without_network_it_says_so_in_one_sentence(house: House) -> None:
    house.tool("uv", UV_WITHOUT_NETWORK)
    answer = house.yc("demo")
    assert answer.returncode == 69
    assert "下载依赖失败" in answer.stderr.splitlines()[-1]
    assert "connection refused" in answer.stderr


def test_without_python_it_says_which_command_helps(house: House) -> None:
    house.tool("python3", "exit 1")
    answer = house.yc("demo")
    assert answer.returncode == 69
    assert "apt-get install python3" in answer.stderr.splitlines()[-1]


def test_the_real_one_answers_from_anywhere() -> None:
    command = [str(ROOT / "yc"), "check", "uscc", "91350100M000100Y43"]
    answer = subprocess.run(command, cwd="/", env=dict(os.environ), capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stdout[:18]) == (0, "91350100M000100Y43")
