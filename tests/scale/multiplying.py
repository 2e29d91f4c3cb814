"""A million cases in minutes: the cases of a filled centre copied by SQL inside PostgreSQL, and cells of statistics.

Copies have ids of their own (the copy's number before the rest of the id), dates whole weeks earlier where they have
ended, no keys, and nothing in their ledger entries but what is counted. Their chains do not verify: only for measuring.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from cells import seed, without_indexes
from django.db import connection, models

_WEEKS = 100
_ENDED = "('closed')"
_NUMBER = "lpad(to_hex(n), 8, '0')"
_BELONGS = frozenset({"case_id", "subject_id"})


def multiply(region: str, ended: int, running: int, histories: int | None = None) -> int:
    """Copy the ended cases of a region so many times, the running ones so many times; return how many there are.

    Only the first `histories` copies of each get clock, steps, papers and ledger: what pages do not read.
    """
    from yichuang.records.cases.models import Case, ClockEvent, Stage
    from yichuang.records.documents.models import Document
    from yichuang.records.ledger.models import Entry
    from yichuang.records.org.models import Posting
    from yichuang.records.statistics.models import CaseTrail
    from yichuang.records.supervision.models import Alert

    times = f"least(b.times, {int(histories)})" if histories is not None else "b.times"
    told = "AND t.kind IN ('correction', 'refusal', 'not_needed', 'denial')"
    tables: tuple[tuple[type[models.Model], str, str, str], ...] = (
        (Case, "id", "b.times", ""), (Alert, "case_id", "b.times", ""), (CaseTrail, "case_id", "b.times", ""),
        (ClockEvent, "case_id", times, ""), (Stage, "case_id", times, ""), (Entry, "subject_id", times, ""),
        (Document, "case_id", times, told),
    )  # fmt: skip
    # Whoever acted in a copy held his post then: else every copy would be an act beyond one's authority.
    Posting.objects.update(starts_on=models.F("starts_on") - timedelta(weeks=_WEEKS, days=1))
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("SET maintenance_work_mem = '512MB'")
        cursor.execute(
            "CREATE TEMP TABLE base AS SELECT id, row_number() OVER () r, "
            f"CASE WHEN state IN {_ENDED} THEN {int(ended)} ELSE {int(running)} END times, "
            f"state IN {_ENDED} ended FROM cases_case WHERE region_code = %s",
            [region],
        )
        cursor.execute("ANALYZE base")
        for model, key, often, more in tables:
            with without_indexes(cursor, model._meta.db_table):
                cursor.execute(_statement(model, key, often, more), [region])
                rows = cursor.rowcount
            print(f"  {model._meta.db_table}: {rows} rows", flush=True)
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("ANALYZE")
        cursor.execute("SELECT count(*) FROM cases_case WHERE region_code = %s", [region])
        return int(cursor.fetchone()[0])


def _statement(model: type[models.Model], key: str, times: str, more: str) -> str:
    columns = [field.column for field in model._meta.concrete_fields]
    values = ", ".join(_value(model, field) for field in model._meta.concrete_fields)
    names = ", ".join(f'"{column}"' for column in columns)
    table = model._meta.db_table
    return (
        f"INSERT INTO {table} ({names}) SELECT {values} FROM base b "
        f"JOIN {table} t ON t.{key} = b.id AND t.region_code = %s {more} "
        f"CROSS JOIN LATERAL generate_series(1, {times}) n"
    )


def _value(model: type[models.Model], field: Any) -> str:
    """Return what a column holds in the copy number `n`."""
    column = f't."{field.column}"'
    shift = f"CASE WHEN b.ended THEN (n %% {_WEEKS}) * 7 ELSE 0 END"
    if field.column == "id" or field.column in _BELONGS:
        return f"({_NUMBER} || substr({column}::text, 9))::uuid"
    if field.column == "idem_key":
        return "NULL"
    if field.column in ("facts", "answer") and model._meta.db_table == "ledger_entry":
        kept = "CASE WHEN t.verb = 'case.rated' THEN t.facts ELSE '{}'::jsonb END"
        return kept if field.column == "facts" else "'{}'::jsonb"
    if field.column in ("no", "number", "code_digest", "identifier", "pickup_code") and field.get_internal_type() in (
        "CharField", "TextField",
    ):  # fmt: skip
        other = f"to_hex(n) || '-' || b.r || right({column}, 4)"
        return f"CASE WHEN {column} IS NULL OR {column} = '' THEN {column} ELSE {other} END"
    if field.get_internal_type() == "DateField":
        return f"{column} - ({shift})"
    if field.get_internal_type() == "DateTimeField":
        back = " - interval '1 day'" if field.column == "recorded_at" else ""
        return f"{column} - ({shift}) * interval '1 day'{back}"
    return column


def trail_cells(region: str) -> int:
    """Add up the trails of a region inside the database, with other days for each; return how many cells there are."""
    legs = (
        "SELECT t.item_id, date_trunc('month', t.begun_on)::date AS month, left(leg.spent, 1) AS what, "
        "leg.step || ' ' || split_part(t.steps, ' ', leg.place::int + 1) AS key, "
        "substr(leg.spent, 2)::int + floor(random() * 12)::int AS days "
        "FROM statistics_casetrail t CROSS JOIN LATERAL unnest(string_to_array(t.steps, ' '), "
        "string_to_array(t.spent, ' ')) WITH ORDINALITY AS leg(step, spent, place) "
        "WHERE t.region_code = %s AND leg.spent IS NOT NULL"
    )
    whole = (
        "SELECT t.item_id, date_trunc('month', t.begun_on)::date, CASE WHEN t.ended_on IS NULL THEN 'o' ELSE 'p' END, "
        "CASE WHEN t.ended_on IS NULL THEN regexp_replace(t.steps, '.* ', '') ELSE t.steps END, "
        "CASE WHEN t.ended_on IS NULL THEN 0 ELSE (SELECT coalesce(sum(substr(one, 2)::int), 0) "
        "FROM unnest(string_to_array(nullif(t.spent, ''), ' ')) one) + floor(random() * 20)::int END "
        "FROM statistics_casetrail t "
        "WHERE t.region_code = %s"
    )
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM statistics_trailcell WHERE region_code = %s", [region])
        cursor.execute(
            "INSERT INTO statistics_trailcell (id, region_code, item_id, month, what, key, days, amount) "
            "SELECT gen_random_uuid(), %s, item_id, month, what, key, days, count(*) "
            f"FROM ({legs} UNION ALL {whole}) x GROUP BY item_id, month, what, key, days",
            [region, region, region],
        )
        count = cursor.rowcount
        cursor.execute("ANALYZE statistics_trailcell")
    return int(count)


def statistics_cells(region: str, days: int) -> int:
    """Fill the roll-up of a region as a million cases leave it: every sum of every part of the house on every day."""
    from yichuang.records.catalogue.models import Item
    from yichuang.records.org.models import Department, Posting, Window

    here = {"centre__region__code": region}
    parts = {
        "all": [""], "level": ["3", "4", "5"],
        "department": [key.hex for key in Department.objects.filter(**here).values_list("id", flat=True)],
        "window": [key.hex for key in Window.objects.filter(**here).values_list("id", flat=True)],
        "item": [key.hex for key in Item.objects.filter(region_code=region).values_list("id", flat=True)],
        "person": [key.hex for key in Posting.objects.filter(**here).values_list("user_id", flat=True).distinct()],
    }  # fmt: skip
    last = date.today()
    return seed(region, last.replace(day=1) - timedelta(days=days), last, parts)
