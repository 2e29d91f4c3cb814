"""What a checker says of a package (核验结论)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the package is sound, in one line; all faults one by one."""

    sound: bool
    line: str
    faults: tuple[str, ...] = ()


def failed(name: str, faults: Sequence[str]) -> Verdict:
    """Return the verdict with the first faults in its line."""
    more = f"等 {len(faults)} 处" if len(faults) > _SHOWN else ""
    return Verdict(False, f"{name}：不通过。{'；'.join(faults[:_SHOWN])}{more}", tuple(faults))
