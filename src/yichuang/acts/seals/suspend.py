"""停用印章: from now on no paper bears the seal; papers that would wait."""

from __future__ import annotations

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Filed
from yichuang.acts.seals.frame import OnSeal, move_seal


def suspend(wish: OnSeal, ctx: Context) -> Filed:
    """Stop a seal. Raises as `move_seal` does.  Basis: ZXZW-9"""
    return move_seal(wish, ctx, verb="seal.suspended")
