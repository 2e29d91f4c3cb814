"""What runs in the press (制版进程): Typst with our fonts, and nothing of Django."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_cn
import typst

_HERE = Path(__file__).parent
TEMPLATES, _FONTS = _HERE / "typst", _HERE / "fonts"


class Fault(Exception):
    """Typst could not make the sheet; its words."""


def press(source: str, inputs: Mapping[str, str], timestamp: int, how: Mapping[str, Any], root: str = "") -> Any:
    """Return the bytes of a sheet, for pictures of several pages a list. Raises: Fault."""
    compiler = _compiler(root or str(TEMPLATES))
    try:
        return compiler.compile(input=source, sys_inputs=dict(inputs), timestamp=timestamp, **how)
    except RuntimeError as fault:  # TypstError is one; it does not travel between processes
        raise Fault(str(getattr(fault, "message", fault))) from None


@cache
def _compiler(root: str) -> typst.Compiler:
    return typst.Compiler(root=root, font_paths=_typefaces(), ignore_system_fonts=True)


@cache
def _typefaces() -> typst.Fonts:
    folders = [str(_FONTS), str(pylopdf_fonts_zh_cn.serif_path().parent)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
