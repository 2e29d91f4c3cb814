"""A walk through every row of joint approval."""

from datetime import date

from tests.acts.city import City, on
from tests.acts.joint.city import add_joint, routed_joint
from tests.acts.joint.told import conclude, part_of
from yichuang.acts.joint.again import AskAgain, ask_again
from yichuang.acts.joint.default_part import Lapse, default_part
from yichuang.acts.joint.pick_up import PickUp, pick_up
from yichuang.acts.joint.remind_part import Reminder, remind_part
from yichuang.acts.joint.reply_part import PartReply, reply_part
from yichuang.records.org.directory import forget


def joint_life(city: City) -> None:
    """One department reports upwards, is answered, asked again; the other answers irregularly, then not at all."""
    city.department.profile = "cn.500000"
    city.department.save()
    joint = add_joint(city)
    no = routed_joint(joint)
    pick_up(PickUp(on(no)), joint.ctx("fire_reviewer"))
    conclude(joint, no, "fire", "upward")
    reply_part(PartReply(on(no), True, "国批〔2026〕1号"), joint.ctx("fire_reviewer"))
    ask_again(AskAgain(on(no), joint.co["fire"].id, "申请人补正了平面图"), joint.ctx("reviewer"))
    conclude(joint, no, "fire")
    env = part_of(joint, "env").id
    remind_part(Reminder(on(no), env, "原则同意"), joint.ctx("reviewer"))
    default_part(Lapse(on(no), env), joint.ctx("system", date(2026, 3, 17)))
    city.department.profile = ""
    city.department.save()
    forget()
