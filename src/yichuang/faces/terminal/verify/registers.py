"""The register behind a check (登记簿): an extract in a file, or the system's own by its data folder."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from yichuang.faces.terminal.verify.asking import Register, Wrong
from yichuang.records.seals.signing.check import Trust
from yichuang.records.seals.signing.extract import rows_of


def register_from(extract: Path | None, folder: Path | None, trust: Trust) -> Register | None:
    """Return the register that was named, if any.  Raises: Wrong."""
    if extract is not None:
        return _of_file(extract, trust)
    return _of_system(folder) if folder is not None else None


def _of_file(path: Path, trust: Trust) -> Register:
    try:
        rows = rows_of(path.read_bytes(), trust)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise Wrong(f"登记簿摘录读不了：{path}") from fault
    if rows is None:
        raise Wrong(f"登记簿摘录的签名不对，不能用：{path}")

    known, numbers = set(rows.values()), {name.split(":", 1)[-1] for name in rows}

    def look(no: str, content: bytes) -> bool | None:
        digest = sha256(content).hexdigest()
        if digest in known:
            return True
        return False if no in numbers else None

    return look


def _of_system(folder: Path) -> Register:
    if not folder.is_dir():
        raise Wrong(f"没有这个数据目录：{folder}")
    os.environ["YICHUANG_DATA"] = str(folder.resolve())
    from yichuang.faces.terminal.site import ready

    ready()
    from yichuang.records.org.directory import directory
    from yichuang.records.seals.registering import registered

    regions = tuple(directory().centres)
    return lambda no, content: registered(regions, no, sha256(content).hexdigest())
