"""量具: where the records keep what a norm limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.db.models import Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable

from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.ledger.models import Entry, Subject
from yichuang.records.org.models import Posting
from yichuang.records.projects.models.project import ProjectPart
from yichuang.rules.dry_run.gauging import Way

Columns = Mapping[str, str | Combinable]
MINE = {"region_code": OuterRef("region_code"), "case_id": OuterRef("id")}


@dataclass(frozen=True, slots=True)
class Gauge:
    """How a norm binds rows of a table: the columns of start, due, done, number or word, and which rows.

    `of_item` keeps those whose item version it agrees to.
    """

    way: Way
    model: type[Model]
    columns: Columns = field(default_factory=dict)
    where: Q = field(default_factory=Q)
    of_item: Callable[[ItemVersion], bool] | None = None

    @property
    def of_project(self) -> bool:
        """Return whether the rows belong to projects and to no case."""
        return issubclass(self.model, ProjectPart)


def entries(*verbs: str) -> QuerySet[Entry]:
    """Return the entries of a case with one of these verbs, the last first, for a subquery of the case's own row."""
    return _entries(verbs, OuterRef("region_code"), OuterRef("id"))


def last_at(*verbs: str) -> Subquery:
    """Return when the last of these acts was done on the case."""
    return Subquery(entries(*verbs).values("at")[:1])


def last_role(*verbs: str) -> Subquery:
    """Return the role of the post under which the last of these acts was done on the case (签批人的职务)."""
    posts = _entries(verbs, OuterRef(OuterRef("region_code")), OuterRef(OuterRef("id"))).values("post_id")[:1]
    return Subquery(Posting.objects.filter(pk=Subquery(posts)).values("role")[:1])


def _entries(verbs: tuple[str, ...], region_code: OuterRef, case_id: OuterRef) -> QuerySet[Entry]:
    rows = Entry.objects.filter(region_code=region_code, subject_id=case_id, subject=Subject.CASE, verb__in=verbs)
    return rows.order_by("-seq")
