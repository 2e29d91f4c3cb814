"""投资项目与一件事: projects with their stages and co-operation, bundles and their runs."""

from yichuang.records.projects.models.bundles import Bundle, BundleDraft, BundlePart, BundleRun
from yichuang.records.projects.models.places import LeadOffice, ProjectAgent, StageItem
from yichuang.records.projects.models.project import Cooperation, CooperationKind, Project, ProjectCase, ProjectStage

__all__ = [
    "Bundle",
    "BundleDraft",
    "BundlePart",
    "BundleRun",
    "Cooperation",
    "CooperationKind",
    "LeadOffice",
    "Project",
    "ProjectAgent",
    "ProjectCase",
    "ProjectStage",
    "StageItem",
]
