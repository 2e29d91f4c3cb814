"""The guard that refuses statements without a region bites, and lets the right ones pass."""

import pytest

from tests.region_guard import judged

RIGHT = (
    "SELECT region_code FROM cases_case WHERE region_code = $1 AND id = $2",
    'SELECT "cases_case"."id" FROM "cases_case" WHERE ("cases_case"."region_code" = %s AND "cases_case"."id" = %s)',
    "SELECT 1 FROM cases_case c JOIN cases_stage s ON (s.region_code = c.region_code AND s.case_id = c.id) "
    "WHERE c.region_code = 1",
    "UPDATE cases_case SET state = $1 WHERE region_code = $2 AND id = $3",
    'INSERT INTO cases_stage ("id", "region_code", "kind") VALUES ($1, $2, $3)',
    "WITH g AS (UPDATE cases_case SET version = 2 WHERE region_code = $1 AND id = $2 RETURNING 1), "
    'i AS (INSERT INTO cases_stage ("id", "region_code") SELECT $3, $1 FROM g) SELECT count(*) FROM g',
    "SELECT id FROM org_department WHERE id = $1",
)
WRONG = (
    "SELECT region_code, state FROM cases_case WHERE id = $1",
    'SELECT "cases_case"."region_code" FROM "cases_case" WHERE "cases_case"."id" = %s',
    "SELECT 1 FROM cases_case c JOIN cases_stage s ON (s.case_id = c.id) WHERE c.region_code = 1",
    "UPDATE cases_case SET region_code = $1 WHERE id = $2",
    "DELETE FROM cases_draft WHERE id = $1",
    'INSERT INTO cases_stage ("id", "kind") VALUES ($1, $2)',
    "SELECT count(*) FROM ledger_entry",
)


@pytest.mark.parametrize("sql", RIGHT)
def test_it_lets_pass(sql: str) -> None:
    assert judged(sql) == ""


@pytest.mark.parametrize("sql", WRONG)
def test_it_bites(sql: str) -> None:
    assert judged(sql)
