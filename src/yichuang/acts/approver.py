"""In which capacity an officer approves: the role that the norm asks for if held, else the highest one held."""

from __future__ import annotations

from yichuang.acts.context import Context
from yichuang.rules.norms import Norm

_RANK = ("agency_head", "main_head", "deputy_head", "government_head", "chief_representative", "verifier", "reviewer")


def approver(ctx: Context, wanted: Norm | None) -> str:
    """Return the role under which the officer approves (批准人职务); "" where none is held."""
    roles = ctx.officer.roles()
    names = wanted.value if wanted is not None else ()
    for name in names if isinstance(names, tuple) else (str(names),):
        if name in roles:
            return name
    return next((role for role in _RANK if role in roles), "")
