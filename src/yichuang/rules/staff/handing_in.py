"""When the accepted file must be at its department (移交期限): the same day, or the next morning where norms say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yichuang.rules.lights import Light
from yichuang.rules.norms import Norms
from yichuang.rules.periods import end_of
from yichuang.rules.working_days import Calendar


@dataclass(frozen=True, slots=True)
class HandingIn:
    """The last day to hand the file over; `before_noon`: only its morning counts."""

    by: date
    before_noon: bool

    def light(self, today: date, *, afternoon: bool) -> Light:
        """Return the light of the step: yellow on its last day, red after it (移交灯).

        Basis: S0b-11
        """
        if today > self.by or (today == self.by and self.before_noon and afternoon):
            return Light.RED
        return Light.YELLOW if today == self.by else Light.GREEN


def handing_in(accepted_on: date | None, norms: Norms, calendar: Calendar) -> HandingIn | None:
    """Return by when the window hands the accepted file over, None where no norm sets it (材料移交).

    Basis: S0b-11
    """
    norm = norms.get("hand_over_limit")
    if accepted_on is None or norm is None or norm.value is None:
        return None
    noon = norms.get("hand_over_before_noon")
    last = end_of(accepted_on, norms.term("hand_over_limit"), calendar)
    return HandingIn(last, bool(noon and noon.value))
