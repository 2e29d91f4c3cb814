"""A walk through the move of a case that a project makes."""

from datetime import date

from tests.acts.city import City, on
from tests.acts.lives import to_decide
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.projects.next_stage import NextStage, tell_next_stage

LATER = date(2026, 3, 6)


def project_life(city: City) -> None:
    """The case of a finished stage: granted, then its applicant is told what comes next."""
    no = to_decide(city)
    decide(Decision(on(no), True, "", "《示例》"), city.ctx("agency", LATER))
    land = {
        "key": "land", "name": "用地", "lead_word": "国土资源部门", "lead": "嘉宁市自然资源局",
        "basis": "S0h-二(三)3.2", "prereview": False, "items": [],
    }  # fmt: skip
    wish = NextStage(on(no), "2026-990100-48-01-000001", "东屏河治理工程", "initiation", (land,))
    tell_next_stage(wish, city.ctx("agency", LATER))
