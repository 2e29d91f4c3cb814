"""The pen leaves exactly the rows that a plain ORM writer leaves, for every act and on both databases."""

from collections.abc import Callable

import pytest
from django.db import transaction

from tests.acts.city import City
from tests.acts.filing.orm_pen import FixedChance, everything, orm_file
from tests.acts.walks import WALKS
from yichuang.acts import act
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.intake import submit

pytestmark = pytest.mark.django_db


class Compared:
    """Writes each filing twice, undoes both, compares, and lets the pen write it for good."""

    def __init__(self, chance: FixedChance) -> None:
        self.chance = chance
        self.verbs: list[str] = []

    def file(self, filing: Filing, ctx: Context) -> Filed:
        by_pen, by_orm = self._try(filing, lambda: file(filing, ctx)), self._try(filing, self._orm(filing, ctx))
        for table, rows in by_orm[1].items():
            assert by_pen[1][table] == rows, f"{filing.verb}: {table}"
        assert by_pen[0] == by_orm[0], filing.verb
        self.verbs.append(filing.verb)
        self.chance.again(filing)
        return file(filing, ctx)

    def _orm(self, filing: Filing, ctx: Context) -> Callable[[], Filed]:
        return lambda: orm_file(filing, ctx, self.chance.ids)

    def _try(self, filing: Filing, write: Callable[[], Filed]) -> tuple[Filed, dict[str, list[object]]]:
        self.chance.again(filing)
        with transaction.atomic():
            found = write(), everything()
            transaction.set_rollback(True)
        return found


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> Compared:
    found = Compared(FixedChance(monkeypatch))
    monkeypatch.setattr(act, "file", found.file)
    monkeypatch.setattr(submit, "file", found.file)
    return found


@pytest.mark.parametrize("walk", WALKS)
def test_every_filing_of_a_walk(city: City, compared: Compared, walk: Callable[[City], object]) -> None:
    walk(city)
    assert compared.verbs


def test_it_would_notice(city: City, compared: Compared, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yichuang.acts.filing.columns._text", lambda value: value)
    monkeypatch.setattr("yichuang.acts.filing.entry.payload_digest_of_text", lambda salt, text: "0" * 64)
    with pytest.raises(AssertionError):
        WALKS[0](city)
