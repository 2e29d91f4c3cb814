"""Text that must not be there: machine paths, unsafe or inline mark-up, odd encodings, empty words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

import pytest

from tests.guards.sources import (
    PACKAGE,
    ROOT,
    Source,
    at,
    dotted,
    none_of,
    package,
    planted,
    repository,
    walk,
)

MACHINE = re.compile(r"(?<![\w.{}-])/(?:" + "|".join(("work", "tmp", "root", "home", "Users")) + r")/\w")
MARKUP = re.compile(r"\|\s*safe\b|\|\s*safeseq\b|{%\s*autoescape\s+off|\bstyle\s*=|<style\b|\son[a-z]+\s*=|javascript:")
INLINE_SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")", re.IGNORECASE)
UNSAFE_NAMES = frozenset({"mark_safe", "html_safe"})
UNSAFE_CALLS = frozenset({"SafeString", "SafeText"})  # as a return type they are welcome
EMPTY_WORDS = re.compile(r"(?:^|_)(?:utils?|helpers?|misc|manager|info|handle|processor)(?:_|$)")


def machine_paths(sources: Iterable[Source]) -> list[str]:
    """Paths of the machine somebody wrote this on."""
    return list(_lines(sources, MACHINE))


def unsafe_markup(sources: Iterable[Source]) -> list[str]:
    """Templates that trust a value, or carry styles and scripts inside (the content policy refuses them)."""
    templates = list(sources)
    return [*_lines(templates, MARKUP), *_lines(templates, INLINE_SCRIPT)]


def unsafe_calls(sources: Iterable[Source]) -> Iterator[str]:
    """Python that trusts a value; `format_html` escapes and is welcome, so is a SafeString of a literal."""
    for source in sources:
        for node in walk(source, ast.Name, ast.Attribute):
            if isinstance(node, ast.expr) and dotted(node).rpartition(".")[2] in UNSAFE_NAMES:
                yield at(source, node, dotted(node))
        for node in walk(source, ast.Call):
            if isinstance(node, ast.Call) and dotted(node.func).rpartition(".")[2] in UNSAFE_CALLS:
                literal = all(isinstance(value, ast.Constant) for value in node.args)
                faults = [] if literal else [at(source, node, dotted(node.func))]
                yield from faults


def empty_names(sources: Iterable[Source]) -> Iterator[str]:
    """Modules, folders and classes named after nothing."""
    for source in sources:
        for part in source.path.with_suffix("").parts:
            if EMPTY_WORDS.search(part):
                yield f"{source.path}: {part}"
        for node in walk(source, ast.ClassDef):
            if isinstance(node, ast.ClassDef) and EMPTY_WORDS.search(_snake(node.name)):
                yield at(source, node, node.name)


def odd_bytes(name: str, raw: bytes) -> list[str]:
    """Not UTF-8, a byte order mark, carriage returns, replacement characters."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return [f"{name}: not UTF-8"]
    odd = {"byte order mark": "\ufeff", "carriage return": "\r", "replacement character": "\ufffd"}
    return [f"{name}: {what}" for what, mark in odd.items() if mark in text]


def _lines(sources: Iterable[Source], pattern: re.Pattern[str]) -> Iterator[str]:
    for source in sources:
        for number, line in enumerate(source.text.splitlines(), 1):
            if found := pattern.search(line):
                yield f"{source.path}:{number}: {found[0].strip()}"


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def test_no_machine_paths() -> None:
    none_of(machine_paths(repository()))


def test_templates_trust_nothing() -> None:
    none_of(unsafe_markup(package(suffix=".html")))


def test_python_trusts_nothing() -> None:
    none_of(unsafe_calls(package("records", "acts", "faces", "config")))


def test_names_say_something() -> None:
    none_of(empty_names(package()))


def test_text_is_utf8() -> None:
    none_of(
        fault
        for source in repository()
        if (path := ROOT / source.path).suffix in {".py", ".html", ".md", ".yaml", ".toml", ".css", ".js"}
        for fault in odd_bytes(str(source.path), path.read_bytes())
        if "vendor" not in source.path.parts
    )
    assert PACKAGE.is_dir()


@pytest.mark.parametrize("folder", ["work", "tmp", "root", "home"])
def test_it_bites_a_machine_path(folder: str) -> None:
    assert machine_paths([planted("docs/x.md", f"see /{folder}/somebody/file")])


def test_it_lets_addresses_be() -> None:
    text = "https://example.org/home/x, /worklist/, {root}/tmp/x, /home"
    assert machine_paths([planted("docs/x.md", text)]) == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ x|safe }}",
        "{% autoescape off %}",
        '<p style="color:red">',
        '<a onclick="x()">',
        "<style>",
        "<script>x()</script>",
        '<a href="javascript:x()">',
    ],
)
def test_it_bites_unsafe_markup(text: str) -> None:
    assert unsafe_markup([planted("faces/portal/templates/x.html", text)])


def test_it_lets_safe_markup_be() -> None:
    text = '<script src="/x.js" defer></script>\n<link rel="stylesheet">\n{{ x|safe_name }} <b class="on">'
    assert unsafe_markup([planted("faces/portal/templates/x.html", text)]) == []


def test_it_bites_unsafe_python() -> None:
    for text in ("mark_safe(x)", "safestring.mark_safe(x)", "SafeString(x)", "@html_safe\nclass A: ..."):
        assert list(unsafe_calls([planted("faces/portal/x.py", text)]))
    assert list(unsafe_calls([planted("faces/portal/x.py", "def f() -> SafeString: ...")])) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [("faces/utils/x.py", ""), ("rules/date_helpers.py", ""), ("acts/x.py", "class CaseManager: ...")],
)
def test_it_bites_empty_names(path: str, text: str) -> None:
    assert list(empty_names([planted(path, text)]))


@pytest.mark.parametrize("raw", ["受理".encode("gbk"), "\ufeffx\n".encode(), b"a\r\nb\r\n"])
def test_it_bites_odd_bytes(raw: bytes) -> None:
    assert odd_bytes("x.py", raw)
