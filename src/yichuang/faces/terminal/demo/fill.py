"""Fill an empty database with the demonstration city, through acts, so that its history is lawful."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from yichuang.acts.catalogue.publish_item import Publication, publish_item
from yichuang.acts.context import Context
from yichuang.faces.terminal.demo.asked import build_asked
from yichuang.faces.terminal.demo.cases import Owners, build_cases
from yichuang.faces.terminal.demo.certificates.fill import build_library, build_types
from yichuang.faces.terminal.demo.chuxiong.halls import build_chuxiong
from yichuang.faces.terminal.demo.chuxiong.lives import build_chuxiong_cases
from yichuang.faces.terminal.demo.counted.plays import build_counted
from yichuang.faces.terminal.demo.delivered.plays import build_delivered
from yichuang.faces.terminal.demo.hall.build import build_halls
from yichuang.faces.terminal.demo.heard import build_heard, build_heard_items
from yichuang.faces.terminal.demo.items import Publish, build_items, publish_plainly
from yichuang.faces.terminal.demo.joint import build_joint
from yichuang.faces.terminal.demo.joint_cases import build_joint_cases
from yichuang.faces.terminal.demo.liaoyuan.build import build_liaoyuan
from yichuang.faces.terminal.demo.mapped.lives import build_mapped
from yichuang.faces.terminal.demo.organisation import build_organisation
from yichuang.faces.terminal.demo.reform.lives import build_reform
from yichuang.faces.terminal.demo.reform.steps import build_steps
from yichuang.faces.terminal.demo.regimes import build_regime_cases, build_regimes
from yichuang.faces.terminal.demo.regional.build import build_regional
from yichuang.faces.terminal.demo.regional.lives import build_regional_cases
from yichuang.faces.terminal.demo.rungs.lives import build_township_cases
from yichuang.faces.terminal.demo.rungs.township import build_township
from yichuang.faces.terminal.demo.seals.fill import build_seals
from yichuang.faces.terminal.demo.special.plays import build_special
from yichuang.faces.terminal.demo.spoken.fill import build_spoken
from yichuang.faces.terminal.demo.standing_in import build_standing_in
from yichuang.faces.terminal.demo.supervised.checks import build_checks
from yichuang.faces.terminal.demo.supervised.plays import build_supervised
from yichuang.faces.terminal.demo.thrice.cast import Cast
from yichuang.faces.terminal.demo.thrice.plays import build_thrice
from yichuang.faces.terminal.demo.works.checked import none_faulty, none_ill_answered
from yichuang.faces.terminal.demo.works.lives import build_works
from yichuang.faces.terminal.demo.works.people import build_accounts
from yichuang.records.catalogue.models import Item, ItemStatus
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory, forget
from yichuang.records.org.models import Posting, Role, User

ZONE = ZoneInfo("Asia/Shanghai")


def fill(now: datetime) -> int:
    """Build organisation, items and cases; return the number of cases."""
    now = now.astimezone(ZONE)  # its date is the civil one, after midnight too
    centre = build_organisation(now)
    forget()
    publish = _publisher(now)
    build_types(now)
    build_items(centre, now, publish)
    build_regimes(now, publish)
    forget()
    build_seals(now)  # before papers are made
    users = dict(User.objects.filter(username__in=["resident", "company", "agent"]).values_list("username", "id"))
    count = build_cases(now, directory(), Owners(**users)) + build_regime_cases(now, directory())
    count += build_mapped(now) + build_special(now, directory(), Owners(**users))
    build_heard_items(now, publish)
    count += build_heard(now, directory(), Owners(**users))
    build_township(now, publish)
    build_seals(now)
    count += build_asked(now, directory(), users["company"]) + build_township_cases(now, directory())
    count += build_steps(now, directory()) + build_thrice(Cast(now, directory()), publish)
    build_chuxiong(now, publish)
    forget()
    build_seals(now)
    count += build_chuxiong_cases(now, directory())
    build_standing_in(now)
    build_joint(now, publish)
    build_reform(now)
    count += build_works(now, publish)
    forget()
    build_liaoyuan(now, publish)
    build_regional(now, publish)
    forget()
    build_seals(now)  # of departments that came with the joint items
    count += build_joint_cases(now, directory(), users["company"]) + build_regional_cases(now, directory())
    build_accounts(now)  # last: what was filed before lies in the past of the company's list
    build_spoken(now)
    for build in (build_library, build_delivered, build_halls, build_supervised, build_counted, build_checks):
        build(now)  # checks last of all: nothing may be filed for a day before the checkpoint that draws them
    none_faulty(now.astimezone(ZONE).date())
    none_ill_answered()
    return count


def _publisher(now: datetime) -> Publish:
    """Return how an item's version is put in force: through the act and its check-up, as soon as it is open."""
    then = now - timedelta(days=179)

    def publish(item: Item, fields: dict[str, Any]) -> object:
        if item.status != ItemStatus.OPEN:  # only listed: its guide is not complete enough to be published
            return publish_plainly(item, fields)
        place = directory()
        manager = Posting.objects.get(role=Role.CENTRE_MANAGER, centre=item.centre).user_id
        ctx = Context(place.officer(manager, now.astimezone(ZONE).date()), then, place, new_id().hex)
        return publish_item(Publication(item.id, fields), ctx)

    return publish
