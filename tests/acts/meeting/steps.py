"""Steps of meetings for tests: called, signed, closed."""

from datetime import date
from uuid import UUID

from tests.acts.city import on
from tests.acts.consulting.city import AskingCity
from tests.acts.lives import under_review
from yichuang.acts.meeting.call import Invitation, MeetingCall, Session, call_meeting
from yichuang.acts.meeting.close_meeting import Minutes, close_meeting
from yichuang.acts.meeting.sign_seat import Signature, sign_seat
from yichuang.records.cases.access import read_case
from yichuang.records.meetings.queries import MeetingFile, meetings_of
from yichuang.records.org.directory import directory
from yichuang.rules.officers import SYSTEM

TOLD, HELD = date(2026, 3, 10), date(2026, 3, 12)
ROOM = Session(HELD, "09:30", "三楼会审室")


def meetings(no: str) -> list[MeetingFile]:
    """Return the meetings of a case."""
    case = read_case(no, SYSTEM, directory())
    return meetings_of(case.region_code, case.id)


def called(city: AskingCity, *slugs: str, no: str = "", day: date = TOLD, who: str = "deputy") -> tuple[str, UUID]:
    """Return the number of a case and its called meeting, held two days later or on HELD."""
    no = no or under_review(city)
    session = ROOM if TOLD <= day < HELD else Session(day, "14:00", "三楼会审室")
    wish = MeetingCall(on(no), session, tuple(Invitation(one) for one in city.ids(*(slugs or ("land", "eco")))))
    call_meeting(wish, city.ctx(who, day))
    return no, meetings(no)[-1].row.id


def signed(
    city: AskingCity, no: str, meeting: UUID, who: str = "land", conclusion: str = "agree", day: date = HELD
) -> None:
    """Sign for a department."""
    sign_seat(Signature(on(no), meeting, conclusion, "意见。"), city.ctx(who, day))


def closed(city: AskingCity, no: str, meeting: UUID, day: date = HELD, **more: object) -> None:
    """Close the meeting."""
    close_meeting(Minutes(on(no), meeting, "逐项讨论。", **more), city.ctx("deputy", day))  # type: ignore[arg-type]
