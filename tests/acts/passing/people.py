"""More people for the small centre: a second reviewer, and a B post."""

from datetime import date, datetime
from uuid import UUID

from tests.acts.city import ZONE, City
from yichuang.records.org.directory import directory, forget
from yichuang.records.org.models import Absence, Posting, User
from yichuang.records.org.standing_in import Desk
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


def desk(city: City, who: str, on: date = date(2026, 3, 2)) -> Desk:
    """Return the desk of somebody who writes rosters."""
    return Desk(city.officer(who, on), datetime(on.year, on.month, on.day, 9, tzinfo=ZONE), on, directory())


def away(city: City, who: str, stand_in: UUID | None = None) -> Absence:
    """Put somebody down as away from 2026-03-09 to 2026-03-11."""
    from yichuang.records.org.standing_in import note_absence

    return note_absence(Leave(city.people[who].id, FIRST, LAST, stand_in), "年休假", desk(city, who))
