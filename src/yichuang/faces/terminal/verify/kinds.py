"""Which checker goes with which kind of file (核验的种类). One line for each kind; imported only when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from yichuang.faces.terminal.verify.asking import Asked, Found

Check = Callable[[Asked], Found]
_ZIP = b"PK\x03\x04"

# how the file begins, which name its first member has (ZIP only), and where `check(asked)` stands
KINDS: tuple[tuple[bytes, bytes, str], ...] = (
    (b"%PDF-", b"", "yichuang.faces.terminal.verify.paper"),
    (_ZIP, b"manifest.json", "yichuang.faces.terminal.verify.package"),
    (_ZIP, b"OFD.xml", "yichuang.faces.terminal.verify.ofd"),
)


def checker_of(head: bytes) -> Check | None:
    """Return the checker for a file that begins like this, or None."""
    for start, member, module in KINDS:
        if head.startswith(start) and head[30 : 30 + len(member)].startswith(member):
            found: Check = import_module(module).check
            return found
    return None
