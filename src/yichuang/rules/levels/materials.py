"""What the upper level may ask for (上级不得重复索要材料)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..norms import Norms
from ..verdict import ALLOWED, Verdict, refuse


def may_ask(wanted: Iterable[str], in_file: Mapping[str, str], norms: Norms) -> Verdict:
    """Say whether the upper level may ask for these materials: none that lies in the file already.

    Shape: `in_file` maps the keys of the materials handed in to their names.
    Returns: ALLOWED, or `repeat_material` with the names.  Basis: XKF-35.
    """
    ban = norms.get("repeat_material_ban")
    again = [in_file[key] for key in wanted if key in in_file]
    if again and ban is not None and ban.value is True:
        return refuse("repeat_material", ban.basis, materials="、".join(again))
    return ALLOWED
