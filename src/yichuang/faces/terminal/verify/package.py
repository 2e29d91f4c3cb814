"""Checking an archive package (归档包)."""

from __future__ import annotations

from yichuang.faces.terminal.archive_package.checker import check_package
from yichuang.faces.terminal.verify.asking import Asked, Found


def check(asked: Asked) -> Found:
    """Say what a package is worth."""
    verdict = check_package(asked.path, trust=asked.trust)
    fault = "" if verdict.sound else "package"
    return Found(verdict.sound, asked.path.name, "package", fault, verdict.line, {"faults": list(verdict.faults)})
