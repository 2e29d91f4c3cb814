"""What runs in the bound press (受限制版): a source that somebody typed, with little time and memory, and no network.

It runs in a process of its own, sees no file but those of the standard version it was made for, and can't fetch
packages. Nothing of Django here.
"""

from __future__ import annotations

import os
import re
import resource
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yichuang.records.documents.pressing import TEMPLATES, Fault, fitted, folders

if TYPE_CHECKING:
    import typst

MEMORY = 1536 * 2**20  # bytes of address space; the longest paper of ours needs a quarter of it
NOWHERE = "/nonexistent"
_SAID = (
    (re.compile(r"package|packages\.typst\.org"), "不能引用外部程序包"),
    (re.compile(r"escape the project root|file not found"), "只能引用标准模板里的文件"),
    (re.compile(r"unknown variable: (\S+)"), r"没有定义“{0}”"),
    (re.compile(r"dictionary does not contain key `?\"(.+?)\"`?"), "没有“{0}”这个字段"),
    (re.compile(r"unclosed delimiter|unclosed string|unclosed label"), "括号或者引号没有合上"),
    (re.compile(r"unexpected (.+)"), "这里不应当有 {0}"),
    (re.compile(r"expected expression"), "这里缺一个表达式"),
    (re.compile(r"expected (.+)"), "这里应当是 {0}"),
    (re.compile(r"condition is always true"), "循环不会结束"),
    (re.compile(r"maximum .* depth exceeded|exceeded"), "嵌套太深"),
)
_AT = re.compile(r"__typst_py_bytes__\.typ:(\d+):(\d+)")
_ELSEWHERE = re.compile(r"(\w+\.typ):(\d+):\d+")


def press_bound(source: str, inputs: Mapping[str, str], timestamp: int, how: Mapping[str, Any]) -> Any:
    """Return the bytes of a sheet made of a typed source. `how` also names the standard version. Raises: Fault."""
    confine()
    rest = dict(how)
    root = TEMPLATES / str(rest.pop("base"))

    def make(given: Mapping[str, str]) -> Any:
        return _compiler(root).compile(input=source.encode(), sys_inputs=dict(given), timestamp=timestamp, **rest)

    try:
        made = fitted(make, inputs)
    except (RuntimeError, MemoryError) as fault:
        raise Fault(told(fault)) from None
    if made is None:
        raise Fault("没有排出任何一页")
    return made


def told(fault: BaseException) -> str:
    """Return what is wrong as a sentence with its line."""
    words = str(getattr(fault, "message", "") or fault) or type(fault).__name__
    diagnostic = str(getattr(fault, "diagnostic", ""))
    own, other = _AT.search(diagnostic), _ELSEWHERE.search(diagnostic)
    if "could not be displayed" not in words:  # which characters are missing is told by whoever asked
        found = ((pattern.search(words), said) for pattern, said in _SAID)
        words = next((said.format(*match.groups()) for match, said in found if match), f"排版程序报告：{words}")
    where = f"第 {own[1]} 行第 {own[2]} 列：" if own else f"{other[1]} 第 {other[2]} 行：" if other else ""
    return f"{where}{words}"


@cache
def confine() -> None:
    """Take memory and network away from this process, for good."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        os.environ[name] = "http://127.0.0.1:9"  # nobody listens there
    for name in ("NO_PROXY", "no_proxy"):
        os.environ.pop(name, None)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


@cache
def _compiler(root: Path) -> typst.Compiler:
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders())
    return typst.Compiler(
        root=str(root), font_paths=fonts, ignore_system_fonts=True, package_path=NOWHERE, package_cache_path=NOWHERE
    )
