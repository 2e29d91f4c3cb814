"""A joint case with very many departments and materials: what pages must still bear."""

from __future__ import annotations

from datetime import date

from tests.acts.city import on
from tests.acts.joint.city import JointCity, build_joint_city
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.submit import submit
from yichuang.acts.joint.conclude_part import PartConclusion, conclude_part
from yichuang.acts.joint.pick_up import PickUp, pick_up
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Department, Posting
from yichuang.rules.joint.conclusions import Concluded

DEPARTMENTS, MATERIALS = 30, 500
_WORDS = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕"


def crowded(day: date = date(2026, 3, 2)) -> tuple[JointCity, str]:
    """Return the city and a case of 30 departments and 500 materials, a third of the parts concluded."""
    city = build_joint_city("cn.500000", promised_number=18)
    slugs = [_department(city, number) for number in range(DEPARTMENTS)]
    stages = [stage for stage in city.joint.stages if stage["kind"] != "co_review"]
    city.joint.stages = stages + [
        {"key": slug, "kind": "co_review", "name": slug, "department": slug, "duty": "审查", "returns": "书面结论",
         "limit": 10, "days": None}
        for slug in slugs
    ]  # fmt: skip
    city.joint.materials = [{"key": f"m{n}", "name": f"第 {n} 份材料", "required": True} for n in range(MATERIALS)]
    city.joint.save()
    forget()
    wish = city.submission(city.joint, channel="online", user_id=city.people["resident"].id)
    no = submit(wish, city.ctx("resident", day)).no
    accept(Acceptance(on(no)), city.ctx("clerk", day))
    route(Routing(on(no)), city.ctx("clerk", day))
    for number in range(0, DEPARTMENTS, 3):
        pick_up(PickUp(on(no), "情况特殊"), city.ctx(f"co{number}", day))
        conclude_part(PartConclusion(on(no), Concluded("agree", "符合。")), city.ctx(f"co{number}", day))
    return city, no


def _department(city: JointCity, number: int) -> str:
    slug, name = f"co{number}", f"第{number}局"
    department = Department.objects.create(
        centre=city.centre, slug=slug, name=f"嘉宁市{name}", short_name=name, document_word=f"嘉{_WORDS[number]}",
        review_authority="嘉宁市人民政府", court="嘉宁市安岭区人民法院",
    )  # fmt: skip
    city.people[slug] = city.people["stranger"].__class__.objects.create(username=slug, display_name=f"协办{number}")
    Posting.objects.create(
        user=city.people[slug], role="verifier", centre=city.centre, department=department, starts_on=date(2020, 1, 1)
    )
    return slug
