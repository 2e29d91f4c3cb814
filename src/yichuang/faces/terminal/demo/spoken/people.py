"""Who acts when in what is said about the centre: by log-in, on a working day counted back from today."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.faces.terminal.demo.days import Days
from yichuang.records.ids import new_id
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import User
from yichuang.rules.officers import ANONYMOUS, SYSTEM

HOME = "990100"


@dataclass
class People:
    """The staff by log-in, and the days."""

    now: datetime
    place: Directory
    ids: dict[str, UUID] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look up all log-ins at once."""
        self.ids = dict(User.objects.values_list("username", "id"))

    def ctx(self, login: str, ago: int, served: int = 0, step: int = 0) -> Context:
        """Return the circumstances of an act, `ago` working days back; "" is the public. Later steps come later."""
        days = Days(self.now, self.place.calendar(self.place.centres[HOME].profile), served=served)
        at = days.at(max(ago, 0), step)
        officer = {"": ANONYMOUS, "system": SYSTEM}.get(login) or self.place.officer(self.ids[login], at.date())
        return Context(officer, at, self.place, new_id().hex)

    def department(self, slug: str) -> UUID:
        """Return a department of the city."""
        rows = self.place.departments.values()
        return next(row.id for row in rows if row.slug == slug and row.centre.region.code == HOME)

    def window(self, no: str) -> UUID:
        """Return a window of the city."""
        centre = self.place.centres[HOME].id
        return next(key for key, row in self.place.windows.items() if row.no == no and row.centre_id == centre)
