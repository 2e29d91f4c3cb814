"""Why a file is not taken (拒收)."""

from __future__ import annotations


class UploadRefused(ValueError):
    """The file can't be taken. `code` and `facts` make the sentence (sentence())."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts
