"""What an act asks of the database: read, draw, file. On SQLite the filing is one statement per row, in process."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.acts.city import City
from tests.acts.walks import WALKS
from yichuang.acts import act
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.intake import submit
from yichuang.records.catalogue.versions import version_of

pytestmark = pytest.mark.django_db
AROUND = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
MOST = 3
KEPT = ('"catalogue_itemversion"', '"certificates_certificatetype"')  # read once, then in process memory
# At most three more: acts on money, hearings, bars and deliveries under way look into other books, too; forwarding asks
# for the opinions that go upwards, a joint decision for the conclusion sheets, supervision for its alert and measures,
# a rating for its invitation and the steps of its loop, the delivery of a later decision for that paper, the sweep for
# who was faster.
BOOKS = (
    '"fees_', '"hearings_', '"applicants_ban"', '"cases_stage"', '"delivery_dispatch"', '"documents_document"',
    '"supervision_', '"feedback_', '"delivery_delivery"', '"recorded_at" >',
)  # fmt: skip
# Nobody waits for these: they go through everything that a case holds, or for a paper's press and its seal.
UNHURRIED = frozenset(
    {
        "case.archive_registered",
        "case.archived",
        "case.archive_held",
        "case.erased",
        "case.document_made",
        "case.results_combined",
    }
)


def asked(queries: CaptureQueriesContext) -> list[str]:
    return [row["sql"] for row in queries.captured_queries if not row["sql"].startswith(AROUND)]


class Watched:
    """Counts what was asked before the filing, and what the filing asks."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.found: list[tuple[str, list[str], list[str]]] = []
        self._file, self._before = act.file, 0
        for module in (act, submit):
            patch.setattr(module, "file", self.file)
        for module, name in ((act, "read_case"), (submit, "known")):
            patch.setattr(module, name, self._first(getattr(module, name)))

    def _first(self, read: Callable[..., Any]) -> Callable[..., Any]:
        def reading(*args: Any, **options: Any) -> Any:
            self._before = len(connection.queries_log)
            return read(*args, **options)

        return reading

    def file(self, filing: Filing, ctx: Any) -> Filed:
        before = [row["sql"] for row in list(connection.queries_log)[self._before :]]
        with CaptureQueriesContext(connection) as queries:
            filed = self._file(filing, ctx)
        self.found.append((filing.verb, before, asked(queries)))
        return filed


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Watched:
    return Watched(monkeypatch)


@pytest.mark.parametrize("walk", WALKS)
def test_at_most_three_round_trips(city: City, watched: Watched, walk: Callable[[City], object]) -> None:
    for version in (city.promised, city.instant):
        version_of(version.id)  # what never changes is in memory
    connection.force_debug_cursor = True
    try:
        walk(city)
    finally:
        connection.force_debug_cursor = False
    for verb, before, filing in watched.found:
        if verb in UNHURRIED:
            continue
        writes = [sql for sql in filing if "ledger_counter" not in sql]
        draws = len(filing) - len(writes)
        before = [sql for sql in before if not any(kept in sql for kept in KEPT)]
        most = MOST + min(3, sum(any(book in sql for book in BOOKS) for sql in before))
        assert len(before) + draws + (1 if connection.vendor == "postgresql" else 0) <= most, (verb, before)
        assert draws <= 1, verb
        assert connection.vendor == "sqlite" or len(writes) == 1, (verb, writes)
        assert not [sql for sql in writes if sql.startswith("SELECT") and "org_factsversion" not in sql], verb
