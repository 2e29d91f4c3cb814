"""How long the page of a joint case of 30 departments and 500 materials takes, in-process (median and 95 %).

Run with pytest, because it needs a database of its own:  pytest -q -s tests/scale/bench_joint_page.py
With DATABASE_URL it measures PostgreSQL, without it SQLite.
"""

from __future__ import annotations

from statistics import median, quantiles
from time import perf_counter, process_time

import pytest
from django.db import connection
from django.test import Client

from tests.acts.joint.crowd import crowded

ROUNDS, WARM = 25, 4


@pytest.mark.django_db
def test_it_prints_the_median() -> None:
    city, no = crowded()
    client = Client()
    client.force_login(city.people["reviewer"], backend="django.contrib.auth.backends.ModelBackend")
    for path in (f"/cases/{no}/", "/joint/", f"/my/cases/{no}/"):
        if path.startswith("/my/"):
            client.force_login(city.people["resident"], backend="django.contrib.auth.backends.ModelBackend")
        taken, worked = [], []
        for _ in range(WARM + ROUNDS):
            start, busy = perf_counter(), process_time()
            assert client.get(path).status_code == 200
            taken.append((perf_counter() - start) * 1000)
            worked.append((process_time() - busy) * 1000)
        rest = taken[WARM:]
        spread = f"95 % {quantiles(rest, n=20)[-1]:.0f} ms, own work {median(worked[WARM:]):.0f} ms"
        told = f"median {median(rest):.0f} ms, {spread}"
        print(f"{connection.vendor:12} {path:28} {told}")
