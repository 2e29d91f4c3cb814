"""More people for the small centre: a second reviewer, and a B post."""

from datetime import date
from uuid import UUID

from tests.acts.city import City
from yichuang.acts.staffing.note_absence import AbsenceNote, note_absence
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Absence, Posting, User
from yichuang.rules.staff.roster import Leave

FIRST, LAST = date(2026, 3, 9), date(2026, 3, 11)


def newcomer(city: City, name: str, role: str, *, b: bool = False) -> UUID:
    """Give the department one more person."""
    user = User.objects.create(username=name, display_name=name)
    city.people[name] = user
    Posting.objects.create(
        user=user, role=role, centre=city.centre, department=city.department, starts_on=date(2020, 1, 1), is_b=b
    )
    forget()
    return user.id


def away(city: City, who: str, stand_in: UUID | None = None) -> Absence:
    """Put somebody down as away from 2026-03-09 to 2026-03-11."""
    wish = AbsenceNote(Leave(city.people[who].id, FIRST, LAST, stand_in), "年休假")
    return Absence.objects.get(pk=note_absence(wish, city.ctx(who)).answer["id"])
