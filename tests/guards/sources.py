"""What the guards look at: source files as (path, text). A planted violation is just one more of them."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "yichuang"
_TEXT = {
    ".py",
    ".html",
    ".txt",
    ".md",
    ".yaml",
    ".yml",
    ".toml",
    ".css",
    ".js",
    ".svg",
    ".json",
    ".typ",
    ".cfg",
    ".sh",
}
_SKIPPED = {
    "__pycache__",
    "node_modules",
    "data",
    "var",
    "staticfiles",
}  # and everything that begins with a dot


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its path from the package (src/yichuang) or from the repository, and its text."""

    path: PurePosixPath
    text: str

    @property
    def room(self) -> str:
        """rules, law, records, acts, faces or config."""
        return self.path.parts[0]

    @property
    def tree(self) -> ast.Module:
        """The parsed module."""
        return _parse(self.text)


@functools.cache
def _parse(text: str) -> ast.Module:
    return ast.parse(text)


def planted(path: str, text: str) -> Source:
    """A file that is not there, to show that a guard bites."""
    return Source(PurePosixPath(path), text)


@functools.cache
def package(*rooms: str, suffix: str = ".py", migrations: bool = False) -> tuple[Source, ...]:
    """The files of some rooms (all without argument), without migrations."""
    found = (source for source in _read(PACKAGE) if source.path.suffix == suffix)
    return tuple(
        source
        for source in found
        if (not rooms or source.room in rooms) and (migrations or "migrations" not in source.path.parts)
    )


@functools.cache
def repository() -> tuple[Source, ...]:
    """Every text file of the repository that we wrote."""
    return tuple(_read(ROOT))


def walk(source: Source, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
    """The nodes of these kinds."""
    return (node for node in ast.walk(source.tree) if isinstance(node, kinds))


def dotted(node: ast.expr) -> str:
    """`a.b.c` of a name or attribute, "" of anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""


def at(source: Source, node: ast.AST, what: str) -> str:
    """A violation, as it is shown."""
    return f"{source.path}:{getattr(node, 'lineno', 1)}: {what}"


def none_of(faults: Iterable[str]) -> None:
    """Fail and show every violation."""
    found = list(faults)
    assert not found, "\n  " + "\n  ".join(found)


def _read(folder: Path) -> Iterator[Source]:
    for path in _files(folder):
        yield Source(PurePosixPath(path.relative_to(folder).as_posix()), path.read_text(encoding="utf-8"))


def _files(folder: Path) -> Iterable[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in _SKIPPED or path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _files(path)
        elif path.suffix in _TEXT:
            yield path
