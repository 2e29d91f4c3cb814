"""What runs in the press (制版进程): Typst with our fonts, and nothing of Django."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pylopdf_fonts_zh_cn

if TYPE_CHECKING:
    import typst  # seven megabytes that only the press needs

os.environ.setdefault("RAYON_NUM_THREADS", "1")  # one sheet at a time: more threads only wait for each other
_HERE = Path(__file__).parent
TEMPLATES, _FONTS = _HERE / "typst", _HERE / "fonts"
GUESSED, SMALLER, MEASURED = "guessed", "smaller", "measured"
_PAGE = b"/Type/Page/"  # as Typst writes a page of a PDF


class Fault(Exception):
    """Typst could not make the sheet; its words."""


def follow() -> None:
    """End with the process that started this one, however that ends: a pool's worker would wait for work for ever."""
    Thread(target=_outlast, name="parent", daemon=True).start()


def _outlast() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def press(source: str, inputs: Mapping[str, str], timestamp: int, how: Mapping[str, Any], root: str = "") -> Any:
    """Return the bytes of a sheet, for pictures of several pages a list. Raises: Fault."""
    compiler = _compiler(root or str(TEMPLATES))
    try:
        return fitted(compiler, source, inputs, timestamp=timestamp, **how)
    except RuntimeError as fault:  # TypstError is one; it does not travel between processes
        raise Fault(str(getattr(fault, "message", fault))) from None


def fitted(compiler: typst.Compiler, source: str | bytes, inputs: Mapping[str, str], **how: Any) -> Any:
    """Compile once with the guessed size of the type; where it has a second page a size smaller; at last measured."""
    made = compiler.compile(input=source, sys_inputs=dict(inputs), **how)
    if inputs.get("fit") != GUESSED or made is None or _pages(made) == 1:
        return made
    if _pages(made) == 2:
        made = compiler.compile(input=source, sys_inputs={**inputs, "fit": SMALLER}, **how)
    return made if _pages(made) == 1 else compiler.compile(input=source, sys_inputs={**inputs, "fit": MEASURED}, **how)


def _pages(made: bytes | list[bytes]) -> int:
    return len(made) if isinstance(made, list) else max(1, made.count(_PAGE))


@cache
def _compiler(root: str) -> typst.Compiler:
    import typst

    return typst.Compiler(root=root, font_paths=_typefaces(), ignore_system_fonts=True)


@cache
def _typefaces() -> typst.Fonts:
    import typst

    folders = [str(_FONTS), str(pylopdf_fonts_zh_cn.serif_path().parent)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
