"""评价与诉求: ratings, concerns of the public, evaluations."""

from yichuang.records.feedback.models.concerns import (
    EVALUATION,
    SUBJECT,
    Concern,
    ConcernKind,
    ConcernSource,
    ConcernState,
    ConcernStep,
    ConcernTarget,
    HotlineReport,
    Medium,
)
from yichuang.records.feedback.models.evaluations import Evaluation, EvaluationKind
from yichuang.records.feedback.models.ratings import Grade, Invitation, Loop, Rating, RatingChannel, RatingStep

__all__ = [
    "EVALUATION",
    "SUBJECT",
    "Concern",
    "ConcernKind",
    "ConcernSource",
    "ConcernState",
    "ConcernStep",
    "ConcernTarget",
    "Evaluation",
    "EvaluationKind",
    "Grade",
    "HotlineReport",
    "Invitation",
    "Loop",
    "Medium",
    "Rating",
    "RatingChannel",
    "RatingStep",
]
