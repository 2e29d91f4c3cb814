"""What an item says of its co-departments, and the terms that follow for their parts (协办节点)."""

from __future__ import annotations

from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.norms import norms_of
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Department
from yichuang.rules.joint.flow import CoNode, nodes_of
from yichuang.rules.joint.part_clock import PartTerms, part_terms
from yichuang.rules.verdict import Refused


def co_department(slug: str, lead: Department, directory: Directory) -> Department:
    """Return the department of the lead's centre that an item names. Raises Refused.

    Basis: XKF-26.2
    """
    for department in directory.departments.values():
        if department.slug == slug and department.centre == lead.centre:
            return department
    raise Refused("co_department_unknown", "XKF-26.2", {"department": slug})


def node_of(case: CaseFile, department_id: UUID, directory: Directory) -> CoNode:
    """Return what the item says of a co-department; an empty node where it was asked without being named there."""
    slug = directory.departments[department_id].slug
    nodes = nodes_of(version_of(case.item_version_id).stages)
    return next((node for node in nodes if node.department == slug), CoNode(slug))


def terms_of_part(case: CaseFile, department_id: UUID, ctx: Context) -> PartTerms:
    """Return what the clock of a co-department runs by: the norms of the case and the item's return limit."""
    return part_terms(norms_of(case), node_of(case, department_id, ctx.directory).term)
