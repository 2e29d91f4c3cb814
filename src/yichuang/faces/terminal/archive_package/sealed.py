"""The seals on the papers of a package (包内文书的签章): a case made up anew, with its own chain, has none of ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from yichuang.records.seals.signing.check import LARGEST, Trust, check_pdf


def seals_in(path: Path, manifest: Mapping[str, Any], trust: Trust | None) -> Iterator[tuple[str, str]]:
    """Yield the path of each sealed paper and what is wrong with it, or ""; nothing where nobody is trusted."""
    if trust is None or not trust.roots:
        return
    with ZipFile(path) as package:
        for file in manifest["files"]:
            if file["kind"] != "document":
                continue
            large = file["size"] > LARGEST
            fault = "too_long" if large else check_pdf(package.read(file["path"]), trust).fault
            if fault != "not_sealed":
                yield file["path"], fault
