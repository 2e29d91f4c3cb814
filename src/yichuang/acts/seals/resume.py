"""恢复用印: the seal may be used again."""

from __future__ import annotations

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Filed
from yichuang.acts.seals.frame import OnSeal, move_seal


def resume(wish: OnSeal, ctx: Context) -> Filed:
    """Let a suspended seal be used again. Raises as `move_seal` does.  Basis: ZXZW-9"""
    return move_seal(wish, ctx, verb="seal.resumed")
