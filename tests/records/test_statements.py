"""Statements of ours work outside and inside transactions, undo themselves, and survive what a session forgets."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.emptying import emptied
from yichuang.records import statements
from yichuang.records.statements import run, sign, turn

__all__ = ["emptied"]

INSERT = "INSERT INTO trial (id) VALUES ({0}1{1}) RETURNING id"
ALL = "SELECT id FROM trial WHERE id > {0}1{1} ORDER BY id"
CHILD = "INSERT INTO trial_child (trial_id) VALUES ({0}1{1}) RETURNING trial_id"


def sql(text: str) -> str:
    return text.format(sign(), "" if connection.vendor == "sqlite" else "::int")


def text(value: int) -> Any:
    return value if connection.vendor == "sqlite" else str(value)


def numbers() -> list[int]:
    return [row[0] for row in run(sql(ALL), [text(-1)]).rows]


@pytest.fixture(autouse=True)
def trial(emptied: None, transactional_db: None) -> Iterator[None]:
    """Two tables of our own, the second refers to the first."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE trial (id integer PRIMARY KEY)")
        cursor.execute(
            "CREATE TABLE trial_child (trial_id integer REFERENCES trial (id) DEFERRABLE INITIALLY DEFERRED)"
        )
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE trial_child")
        cursor.execute("DROP TABLE trial")


def test_alone() -> None:
    assert run(sql(INSERT), [text(1)]).rows == [(1,)]
    assert numbers() == [1]


def test_inside_a_transaction() -> None:
    with transaction.atomic():
        run(sql(INSERT), [text(1)])
        transaction.set_rollback(True)
    assert numbers() == []


def test_two_stand_together() -> None:
    with turn() as taken:
        assert taken.first(sql(INSERT), [text(1)]).rows == [(1,)]
        assert taken.last(sql(INSERT), [text(2)]).rows == [(2,)]
    assert numbers() == [1, 2]


def test_two_inside_a_transaction() -> None:
    with transaction.atomic():
        run(sql(INSERT), [text(1)])
        with pytest.raises(IntegrityError):
            fall(INSERT, INSERT, (2, 1))
        run(sql(INSERT), [text(3)])
    assert numbers() == [1, 3]


def between(job: Callable[[], Any]) -> None:
    """Let something happen between two statements."""
    with turn() as taken:
        taken.first(sql(INSERT), [text(1)])
        job()
        taken.last(sql(INSERT), [text(2)])


def fall(first: str, last: str, values: tuple[int, int] = (2, 3)) -> None:
    with turn() as taken:
        taken.first(sql(first), [text(values[0])])
        taken.last(sql(last), [text(values[1])])


@pytest.mark.parametrize(
    ("first", "last", "values", "fault"),
    [
        (INSERT, INSERT, (1, 2), IntegrityError),
        (INSERT, INSERT, (2, 1), IntegrityError),
        (INSERT, CHILD, (2, 99), IntegrityError),
        ("SELECT nothing FROM nowhere WHERE id = {0}1{1}", INSERT, (2, 3), DatabaseError),
        (INSERT, "SELECT nothing FROM nowhere WHERE id = {0}1{1}", (2, 3), DatabaseError),
    ],
    ids=["first", "last", "at the commit", "first wrong", "last wrong"],
)
def test_both_fall(first: str, last: str, values: tuple[int, int], fault: type[Exception]) -> None:
    run(sql(INSERT), [text(1)])
    session = connection.connection
    for _ in range(2):
        with pytest.raises(fault):
            fall(first, last, values)
        assert numbers() == [1]
    fall(INSERT, INSERT)
    assert connection.connection is session  # still good
    assert numbers() == [1, 2, 3]


def test_the_program_changes_its_mind() -> None:
    def stop() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        between(stop)
    assert numbers() == []


def test_wrappers_and_the_log_see_everything() -> None:
    seen: list[str] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        seen.append(sql)
        return execute(sql, params, many, context)

    with CaptureQueriesContext(connection) as queries, connection.execute_wrapper(watch):
        run(sql(INSERT), [text(1)])
        fall(INSERT, ALL, (2, 0))
    assert [sql for sql in seen if "trial" in sql] == [sql(INSERT), sql(INSERT), sql(ALL)]
    assert [row["sql"] for row in queries if "trial" in row["sql"]] == [sql(INSERT), sql(INSERT), sql(ALL)]


def test_a_wrapper_may_refuse() -> None:
    def refuse(*args: Any) -> Any:
        raise KeyError

    with connection.execute_wrapper(refuse), pytest.raises(KeyError):
        run(sql(INSERT), [text(1)])
    assert numbers() == []


@pytest.mark.postgres
def test_a_session_that_forgot_its_statements() -> None:
    numbers()
    for step in (lambda: run(sql(INSERT), ["1"]), lambda: fall(INSERT, INSERT), numbers):
        with connection.cursor() as cursor:
            cursor.execute("DEALLOCATE ALL")
        step()
    assert numbers() == [1, 2, 3]


@pytest.mark.postgres
def test_more_statements_than_a_session_keeps(monkeypatch: pytest.MonkeyPatch) -> None:
    from yichuang.records import prepared

    monkeypatch.setattr(prepared, "_MOST", 3)
    for number in range(8):
        assert run(f"SELECT {number} + $1::int", ["1"]).rows == [(number + 1,)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE name LIKE 'yc_%%'")
        assert cursor.fetchone()[0] <= 4


@pytest.mark.postgres
def test_a_broken_session_is_let_go() -> None:
    def cut() -> None:
        session = connection.connection
        with type(session).connect(session.info.dsn, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s)", [session.info.backend_pid])

    with pytest.raises(OperationalError):
        between(cut)
    assert numbers() == []


@pytest.mark.postgres
def test_in_a_broken_transaction_nothing_is_tried() -> None:
    with transaction.atomic(), pytest.raises(ProgrammingError):
        run("SELECT nothing FROM nowhere WHERE id = $1::int", ["1"])
    assert statements.vendor() == "postgresql"
