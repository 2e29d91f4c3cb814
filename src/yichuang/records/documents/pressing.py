"""What runs in the press (制版进程): Typst with our fonts, and nothing of Django."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from functools import cache
from multiprocessing import parent_process
from pathlib import Path
from tempfile import mkstemp
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

import pylopdf_fonts_zh_cn

if TYPE_CHECKING:
    import typst  # seven megabytes that only the press needs

os.environ.setdefault("RAYON_NUM_THREADS", "1")  # one sheet at a time: more threads only wait for each other
_HERE = Path(__file__).parent
TEMPLATES, _FONTS = _HERE / "typst", _HERE / "fonts"
# Fonts of the place for the rarest names (CJK Extension B and on): Debian's fonts-hanazono, or what is licensed there.
RARE = Path(os.environ.get("YICHUANG_FONTS") or "/usr/share/fonts/truetype/hanazono")
GUESSED, SMALLER, MEASURED = "guessed", "smaller", "measured"
_ONE_AT_A_TIME = Lock()
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


def press(source: str, inputs: Mapping[str, str], timestamp: int, how: Mapping[str, Any]) -> Any:
    """Return the bytes of a sheet of ours, for pictures of several pages a list. Raises: Fault."""

    def make(given: Mapping[str, str]) -> Any:
        hold, compiler = _desk(os.getpid())
        words = json.dumps(dict(given), ensure_ascii=False).encode()
        os.ftruncate(hold, 0)
        os.pwrite(hold, words, 0)
        return compiler.compile(input=source, timestamp=timestamp, **how)

    try:
        with _ONE_AT_A_TIME:
            try:
                return fitted(make, inputs)
            finally:
                os.ftruncate(_desk(os.getpid())[0], 0)  # nobody's data stays on the desk
    except RuntimeError as fault:  # TypstError is one; it does not travel between processes
        raise Fault(str(getattr(fault, "message", fault))) from None


def fitted(make: Callable[[Mapping[str, str]], Any], inputs: Mapping[str, str]) -> Any:
    """Make once with the guessed size of the type; where it has a second page a size smaller; at last measured."""
    made = make(inputs)
    if inputs.get("fit") != GUESSED or made is None or _pages(made) == 1:
        return made
    if _pages(made) == 2:
        made = make({**inputs, "fit": SMALLER})
    return made if _pages(made) == 1 else make({**inputs, "fit": MEASURED})


def _pages(made: bytes | list[bytes]) -> int:
    return len(made) if isinstance(made, list) else max(1, made.count(_PAGE))


@cache
def _desk(process: int) -> tuple[int, typst.Compiler]:
    """Return the nameless file of this process with what is to be printed, and a compiler that finds it there.

    What changes from sheet to sheet stands in a file and not in `sys.inputs`: those are a part of the language's
    library, and a new library for each sheet would make Typst forget all that the sheets have in common.
    """
    import typst

    if hasattr(os, "memfd_create"):
        hold = os.memfd_create("sheet")
        place = f"/proc/self/fd/{hold}"
    else:
        hold, place = mkstemp(prefix="yichuang-sheet-")
    given = {"from": place}
    return hold, typst.Compiler(root="/", font_paths=_typefaces(), ignore_system_fonts=True, sys_inputs=given)


@cache
def _typefaces() -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders())


def folders() -> list[str]:
    """Return where the fonts are: ours, the whole ones behind them, and the place's own where there are any."""
    ours = [str(_FONTS), str(pylopdf_fonts_zh_cn.serif_path().parent)]
    return [*ours, str(RARE)] if RARE.is_dir() else ours
