"""The words of refusals about levels (层级): upward cases, delegation, eligibility."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    # 上报件
    "filing_goes_direct": ("市级部门实施的备案可以直接向市级部门申请", "请去掉下级环节，由申请人直接报市级部门"),
    "way_without_lower": ("这个事项没有写由哪一级初审", "请事项管理人员补全办理环节"),
    "way_without_upper": ("这个事项没有写报哪一级哪个部门审查", "请事项管理人员补全办理环节"),
    "way_without_forwarding": ("这个事项在初审与上级审查之间没有转报环节", "请事项管理人员补全办理环节"),
    "level_unknown": ("“{step}”的办理部门“{at}”没有登记", "请系统管理员登记这个部门，或请事项管理人员改正办理环节"),
    "not_your_level": ("现在由{level}办理，不在您这一级", "请等{level}办完；轮到本级时会出现在待办里"),
    "behalf_not_allowed": ("{level}的意见要由{level}自己出具，这里不能代签", "请{level}的人员登录办理"),
    "behalf_ground_missing": ("没有写代签依据", "请选下级提供的情况、电话核查或者数据库核查，并写明核查到的情况"),
    "forwarded_already": ("这件办件已经转报，正等上级接收", "请等上级出具接收回执；接收以前不用再转报"),
    "nothing_to_forward": ("初审还没有办完，不能转报", "请先由各级出具初审意见"),
    "nothing_to_receive": ("没有等本级接收的转报件", "请重新打开办件，看现在在哪一级"),
    "repeat_material": ("{materials}已在案卷里，不得要求重复提供", "请直接查阅案卷；确有疑问的，请下级说明情况"),
    "question_missing": ("没有写要下级说明什么", "请写明要说明的事项"),
    "asked_already": ("已经请下级说明，正在等答复", "请等下级答复后再问"),
    "nothing_asked": ("上级没有请本级说明情况", "不用办这一步"),
    # 上报
    "conclusion_not_offered": ("按这里的规定，审批结论没有“同意上报”这一种", "请作出准予或者不予的决定"),
    "higher_missing": ("没有写报哪个机关", "请写明报送的上级机关"),
    "reply_awaited": ("已上报，批复还没有下达，不能办这一步", "请等批复下达并登记后再送达"),
    "not_reported": ("这件办件没有上报，没有批复可以登记", "请重新打开办件查看"),
    # 授权与委托
    "delegator_missing": ("授权、委托的事项没有写授权或委托机关", "请事项管理人员补全"),
    "agreement_missing": ("委托实施的事项没有与{delegator}的委托协议，不得开通", "请登记委托协议后再开通"),
    "delegation_not_begun": ("授权或委托从 {since} 开始，还没有到", "请到原机关申请，或到期后再来"),
    "delegation_ended": ("授权或委托已于 {until} 届满", "请到原机关申请"),
    # 资格
    "age_unknown": ("没有公民身份号码，看不出年龄。这个事项的条件是：{condition}", "请填写公民身份号码"),
    "not_of_age": (
        "申请当日 {age} 周岁，不符合条件：{condition}",
        "符合条件后再申请；要书面答复的，请窗口出具决定书",
    ),
    "not_of_this_place": (
        "所填的地点不符合条件：{condition}",
        "请核对所填的户籍或单位所在地；不在这里的，请到当地申请；要书面答复的，请窗口出具决定书",
    ),
}
