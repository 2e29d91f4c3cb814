"""What these pages read of items: one row for each, its version of today and of the days to come, its findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest

from yichuang.faces.centre.scope import region_of, regions_of
from yichuang.faces.common.access import READS_LAW
from yichuang.law.book import book
from yichuang.records.catalogue.life import catalogue_of, item_in, versions_of
from yichuang.records.catalogue.lint import Finding, Level, lint
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.org.directory import Directory
from yichuang.rules.norms import Norms

READERS = tuple(sorted(READS_LAW))
EDITORS = ("centre_manager", "system_admin")


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item: the version that holds today, the next one, and what the check-up finds of the newest."""

    item: Item
    now: ItemVersion | None
    later: ItemVersion | None
    count: int
    findings: tuple[Finding, ...]

    @property
    def newest(self) -> ItemVersion | None:
        """Return the version that was put in last."""
        return self.later or self.now

    @property
    def errors(self) -> int:
        """Return how many findings would block publishing."""
        return sum(one.level is Level.ERROR for one in self.findings)


def rows_of(request: HttpRequest) -> list[ItemRow]:
    """Return the items of the region that is looked at. Two queries."""
    today, directory = request.today, request.directory
    found = catalogue_of(region_of(request, READERS))
    return [_row(item, versions, today, directory) for item, versions in found]


def _row(item: Item, versions: Sequence[ItemVersion], today: date, directory: Directory) -> ItemRow:
    now = next((one for one in reversed(versions) if one.effective_on <= today), None)
    later = next((one for one in versions if one.effective_on > today), None)
    newest = later or now
    findings = tuple(lint(newest, norms_for(item, directory, today))) if newest else ()
    return ItemRow(item, now, later, len(versions), findings)


def norms_for(item: Item, directory: Directory, on: date) -> Norms:
    """Return the norms that hold for an item on a day."""
    return book().norms(directory.profile(item.department_id), on)


def item_of(request: HttpRequest, code: str, roles: Sequence[str] = READERS) -> tuple[Item, list[ItemVersion]]:
    """Return an item of a region that the officer watches, with its versions, newest first. Raises Http404."""
    item = item_in(regions_of(request.officer, roles), code)
    versions = versions_of(item) if item else []
    if item is None or not versions:
        raise Http404
    return item, versions


def version_asked(versions: Sequence[ItemVersion], word: str, otherwise: ItemVersion) -> ItemVersion:
    """Return the version with the number that the address names, else the other one."""
    return next((one for one in versions if str(one.number) == word), otherwise)


def in_force(versions: Sequence[ItemVersion], today: date) -> ItemVersion | None:
    """Return the version that holds today, None where all are still to come. Shape: newest first."""
    held = [one for one in versions if one.effective_on <= today]
    return max(held, key=lambda one: (one.effective_on, one.number), default=None)
