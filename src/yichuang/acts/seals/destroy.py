"""销毁印章: a suspended seal is destroyed for good; its certificate is revoked."""

from __future__ import annotations

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Filed
from yichuang.acts.seals.frame import OnSeal, move_seal


def destroy(wish: OnSeal, ctx: Context) -> Filed:
    """Destroy a suspended seal. Raises as `move_seal` does.  Basis: ZXZW-9"""
    return move_seal(wish, ctx, verb="seal.destroyed")
