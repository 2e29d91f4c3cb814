"""The verdict on a set of packages (归档包集合): the list, and every package in it checked alone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

from yichuang.faces.terminal.archive_package.container import INDEX, MANIFEST, Container
from yichuang.faces.terminal.archive_package.verdict import Verdict, failed
from yichuang.records.archive.package import canonical, set_page

_SET = {"format", "packages", "title"}
_LINE = {"archive_no", "case_no", "item", "keep_until", "path", "retention", "sha256", "size"}


def check_set(path: Path, found: Container, check: Any) -> Verdict:
    """Check the list and every package."""
    manifest = json.loads(found.texts[MANIFEST])
    faults = [*_listed(manifest, found), *_inside(path, manifest, check)]
    name = f"归档包集合 {path.name}"
    if faults:
        return failed(name, faults)
    count = len(manifest["packages"])
    return Verdict(True, f"{name}：完好。{count} 件归档包逐件核验一致；整包 SHA-256 {found.digest}")


def _listed(manifest: dict[str, Any], found: Container) -> Iterator[str]:
    if canonical(manifest) != found.texts[MANIFEST]:
        yield "目录不是规定的写法，可能有重复的项"
    if manifest.keys() != _SET or any(one.keys() != _LINE for one in manifest["packages"]):
        yield "目录有规定以外的内容"
    listed = {one["path"]: one for one in manifest["packages"]}
    if set(listed) != set(found.digests) - {MANIFEST, INDEX} or len(listed) != len(manifest["packages"]):
        yield "目录与所装的归档包不符"
    for path, one in listed.items():
        if (one["sha256"], one["size"]) != (found.digests.get(path), found.sizes.get(path)):
            yield f"{path} 被改动过"
    if found.texts.get(INDEX) != set_page(manifest):
        yield "index.html 与目录不符"


def _inside(path: Path, manifest: dict[str, Any], check: Any) -> Iterator[str]:
    """Check each package by itself, and that the list tells of it what it tells."""
    with TemporaryDirectory() as folder, ZipFile(path) as whole:
        place = Path(folder) / "package.zip"
        for one in manifest["packages"]:
            if one["path"] not in whole.namelist():
                continue
            with whole.open(one["path"]) as source, place.open("wb") as target:
                shutil.copyfileobj(source, target)
            verdict = check(place)
            if not verdict.sound:
                yield f"{one['path']}：{verdict.faults[0] if verdict.faults else verdict.line}"
                continue
            with ZipFile(place) as package:
                told = json.loads(package.read(MANIFEST))
            if any(one[name] != told[name] for name in ("archive_no", "case_no", "item", "retention", "keep_until")):
                yield f"{one['path']} 与目录所记的不是一件"
