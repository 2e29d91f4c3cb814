"""集中到位检查: how every department of a centre stands, from the books. Changes nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef

from yichuang.acts.context import Context
from yichuang.law.book import book
from yichuang.records.catalogue.models import CaseKind, Item, ItemStatus
from yichuang.records.fees.models import Collection, Fee
from yichuang.records.ledger.models import Entry
from yichuang.records.org.models import Posting, WindowGrant
from yichuang.records.staffing.access import inside
from yichuang.records.staffing.models import Ground, Rectification
from yichuang.records.statistics.models import CountedCase
from yichuang.records.supervision.models import Alert
from yichuang.rules.statistics.periods import Period
from yichuang.rules.supervision.concentration import Exceptional, Standing, exceptions
from yichuang.rules.supervision.history import RuleKind

MOST = 500  # instant cases of a period whose decision is looked at


def found_in(region_code: str, period: Period, ctx: Context) -> dict[UUID, dict[Exceptional, int]]:
    """Return the exceptions of each department. Eight queries, however many cases there are.

    Basis: S4-二(四), S1-二3
    """
    here = [key for key, row in ctx.directory.departments.items() if row.centre.region.code == region_code]
    open_items = Item.objects.filter(department__in=here, status=ItemStatus.OPEN)
    items = Counter(open_items.values_list("department", flat=True))
    powers, in_hall = _powers(here, ctx.today), inside(region_code)
    deciders = _deciders(region_code, period, [key for key in here if "instant_approval" in powers[key]])
    two, out, fees = _two_places(region_code), _outside(region_code, period), _elsewhere(region_code, period)
    norms = book().norms(ctx.directory.centres[region_code].profile, ctx.today)
    wanted = norms.choices("window_powers") if norms.get("window_powers") is not None else ()
    found = {
        key: exceptions(
            Standing(items[key], key in in_hall, powers[key], deciders[key], two[key], out[key], fees[key]), wanted
        )
        for key in here
    }
    return {key: told for key, told in found.items() if told}


def _powers(here: list[UUID], today: date) -> dict[UUID, set[str]]:
    found: dict[UUID, set[str]] = defaultdict(set)
    rows = WindowGrant.objects.filter(department__in=here, starts_on__lte=today)
    for department, power, ends_on in rows.values_list("department", "power", "ends_on"):
        if ends_on is None or ends_on >= today:
            found[department].add(power)
    return found


def _deciders(region_code: str, period: Period, departments: list[UUID]) -> dict[UUID, list[str]]:
    """Return the roles under which the instant cases of these departments were decided. Three queries."""
    rows = CountedCase.objects.filter(region_code=region_code, kind=CaseKind.INSTANT, department_id__in=departments)
    rows = rows.filter(closed_on__range=(period.first, period.last)).order_by("-closed_on", "id")
    of = dict(rows.values_list("id", "department_id")[:MOST]) if departments else {}
    entries = Entry.objects.filter(region_code=region_code, subject_id__in=list(of), verb="case.decided")
    posts = list(entries.values_list("subject_id", "post_id")) if of else []
    roles = dict(Posting.objects.filter(id__in={post for _, post in posts}).values_list("id", "role"))
    found: dict[UUID, list[str]] = defaultdict(list)
    for subject, post in posts:
        if post in roles:
            found[of[subject]].append(roles[post])
    return found


def _two_places(region_code: str) -> Counter[UUID]:
    rows = Rectification.objects.filter(region_code=region_code, closed_on=None, ground=Ground.TWO_PLACES)
    return Counter(rows.values_list("department", flat=True))


def _outside(region_code: str, period: Period) -> Counter[UUID]:
    rows = Alert.objects.filter(region_code=region_code, rule=RuleKind.OUTSIDE, on__range=(period.first, period.last))
    return Counter(dict(rows.order_by().values_list("department").annotate(number=Count("pk"))))


def _elsewhere(region_code: str, period: Period) -> Counter[UUID]:
    """Return how many fees were told to be paid although no sum came in at the centre, by department."""
    came = Collection.objects.filter(region_code=region_code, case_id=OuterRef("case_id"))
    rows = Fee.objects.filter(region_code=region_code, case__region_code=region_code, amount__gt=0)
    rows = rows.filter(~Exists(came), paid_on__range=(period.first, period.last)).order_by()
    return Counter(dict(rows.values_list("case__department").annotate(number=Count("pk"))))
