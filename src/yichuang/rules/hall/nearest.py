"""What is near (就近办理): as the crow flies with a usual detour, and whether residents are within the circle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, ceil, cos, radians, sin, sqrt

from yichuang.rules.norms import Norms

_EARTH = 6_371_000.0  # metres
_DETOUR, _PACE = 1.3, 75.0  # of ours: streets are no straight lines; metres that an elderly walker makes in a minute


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map, in degrees."""

    longitude: float
    latitude: float

    @property
    def real(self) -> bool:
        """Whether there can be such a place."""
        return -180 <= self.longitude <= 180 and -90 <= self.latitude <= 90


@dataclass(frozen=True, slots=True)
class Way:
    """How far it is on foot, about."""

    metres: int
    minutes: int


def way(start: Spot, end: Spot) -> Way:
    """Return how far it is from one place to another, about.  Basis: YC"""
    north, east = radians(end.latitude - start.latitude), radians(end.longitude - start.longitude)
    bow = sin(north / 2) ** 2 + cos(radians(start.latitude)) * cos(radians(end.latitude)) * sin(east / 2) ** 2
    metres = 2 * _EARTH * asin(min(1.0, sqrt(bow))) * _DETOUR
    return Way(round(metres / 10) * 10, ceil(metres / _PACE))


def in_circle(minutes: int | None, norms: Norms) -> bool | None:
    """Say whether a point serves its residents within the circle (十五分钟便民服务圈); None where nobody asks or knows.

    Basis: S3-附件三(二)5
    """
    norm = norms.get("community_circle_minutes")
    return None if norm is None or minutes is None else minutes <= int(str(norm.value))


def outside_circle(points: Iterable[tuple[str, int | None]], norms: Norms) -> tuple[str, ...]:
    """Return the points whose farthest residents walk longer than the circle allows.  Basis: S3-附件三(二)5"""
    return tuple(name for name, minutes in points if in_circle(minutes, norms) is False)
