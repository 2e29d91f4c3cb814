"""The flow of a joint item (共同流程): the lead, the co-departments, what goes to them and what comes back by when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..norms import Term, Unit

CO_REVIEW = "co_review"


@dataclass(frozen=True, slots=True)
class CoNode:
    """One co-department of an item (协办节点): its duty, what it gets, what it returns, within how many working days.

    `transfers` are the keys of the materials; none means all of them.
    """

    department: str
    name: str = ""
    duty: str = ""
    transfers: tuple[str, ...] = ()
    returns: str = ""
    limit: int | None = None

    @property
    def term(self) -> Term | None:
        """Return the return limit as a period, None where the item has none."""
        return Term(self.limit, Unit.WORKING_DAY, "S3-附件一(三)1") if self.limit else None


def nodes_of(stages: Iterable[Mapping[str, Any]]) -> tuple[CoNode, ...]:
    """Return the co-departments among the stages of an item version, in their order.

    Basis: S3-附件一(三)1
    """
    return tuple(_node(stage) for stage in stages if stage.get("kind") == CO_REVIEW)


def lead_duty(stages: Iterable[Mapping[str, Any]]) -> str:
    """Return what the lead department answers for (牵头职责), "" where the item does not say.

    Basis: S3-附件一(三)1
    """
    return next((str(stage.get("duty", "")) for stage in stages if stage.get("kind") == "review"), "")


def _node(stage: Mapping[str, Any]) -> CoNode:
    limit = stage.get("limit")
    return CoNode(
        str(stage.get("department", "")),
        str(stage.get("name", "")),
        str(stage.get("duty", "")),
        tuple(str(key) for key in stage.get("transfers") or ()),
        str(stage.get("returns", "")),
        limit if isinstance(limit, int) and limit > 0 else None,
    )
