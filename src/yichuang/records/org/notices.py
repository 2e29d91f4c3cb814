"""Holiday notices on record (放假安排通知): one row a year and jurisdiction, written over when it is amended."""

from dataclasses import replace
from datetime import datetime

from yichuang.records.org.directory import Directory
from yichuang.records.org.models import HolidayNotice
from yichuang.rules.working_days import YearNotice


def keep_notice(notice: YearNotice, number: str, profile: str, at: datetime, by: str) -> None:
    """Keep a notice and who imported it: every date is worked out by it from now on."""
    row = _row(notice, number, profile, at)
    told = {"number": row.number, "imported_at": row.imported_at, "imported_by": by, "off": row.off, "on": row.on}
    HolidayNotice.objects.update_or_create(year=row.year, profile=row.profile, defaults=told)


def supposing(notice: YearNotice, profile: str, place: Directory, at: datetime) -> Directory:
    """Return the organisation as it would be with the notice on record.

    Raises: LawError, where the notices would leave a year out.
    """
    others = [row for row in place.notices if (row.year, row.profile) != (notice.year, profile)]
    rows = sorted([*others, _row(notice, notice.basis, profile, at)], key=lambda row: row.year)
    then = replace(place, notices=tuple(rows), memory={})
    then.calendar(profile)
    return then


def _row(notice: YearNotice, number: str, profile: str, at: datetime) -> HolidayNotice:
    row = HolidayNotice.objects.filter(year=notice.year, profile=profile).first()
    row = row or HolidayNotice(year=notice.year, profile=profile)
    row.number, row.imported_at = number, at
    row.off = {on.isoformat(): words for on, words in notice.off.items()}
    row.on = {on.isoformat(): words for on, words in notice.on.items()}
    return row
