"""How long the database server has worked: all its processes, where they can be seen (Linux, same machine)."""

from __future__ import annotations

import os
from pathlib import Path

_PROC = Path("/proc")


class Meter:
    """Reads the CPU seconds of a server, given one of its session processes."""

    def __init__(self, session_pid: int) -> None:
        self._server = _parent(session_pid)

    def seconds(self) -> float:
        """Return the seconds worked so far, ended processes included; 0 where nothing can be seen."""
        if not self._server:
            return 0.0
        living = [found for found in map(_words, _processes()) if found and int(found[1]) == self._server]
        ticks = sum(int(found[11]) + int(found[12]) for found in living)
        own = _words(self._server)
        return (ticks + sum(int(own[at]) for at in range(11, 15) if own)) / os.sysconf("SC_CLK_TCK")


def cpu_of(pid: int) -> float:
    """Return the CPU seconds of one process, or 0."""
    words = _words(pid)
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK") if words else 0.0


def _parent(pid: int) -> int:
    words = _words(pid)
    return int(words[1]) if words else 0


def _processes() -> list[int]:
    return [int(entry.name) for entry in _PROC.iterdir() if entry.name.isdigit()] if _PROC.is_dir() else []


def _words(pid: int) -> list[str]:
    """Return the fields of /proc/PID/stat after the name, or nothing."""
    try:
        return (_PROC / str(pid) / "stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []
