"""体检 of joint items (共同流程): who leads, who co-operates, what goes out, what comes back, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from yichuang.records.catalogue.models import CaseKind
from yichuang.rules.joint.flow import CoNode, lead_duty, nodes_of
from yichuang.rules.norms import Norms

_FLOW, _KIND = "S3-附件一(三)1", "XKF-26.2"
Fault = tuple[str, str, str]


class Version(Protocol):
    """What is read of an item version."""

    kind: str
    promised_number: int | None
    stages: list[dict[str, Any]]
    materials: list[dict[str, Any]]


def joint_faults(version: Version, norms: Norms | None) -> Iterator[Fault]:
    """Yield code, words and basis of what a joint flow lacks: an item with several departments is joint.

    Basis: XKF-26.2, S3-附件一(三)1, S0h-二(一)1.2
    """
    nodes = nodes_of(version.stages)
    if nodes and version.kind != CaseKind.JOINT:
        yield "must_be_joint", "由两个以上部门办理的事项，办件类型必须是联办件", _KIND
    if version.kind != CaseKind.JOINT:
        return
    if not nodes:
        yield "joint_without_departments", "联办件没有写明协办部门", _FLOW
    if nodes and not lead_duty(version.stages):
        yield "lead_duty_missing", "没有写明牵头部门的职责", _FLOW
    departments = [node.department for node in nodes]
    for slug in sorted({slug for slug in departments if slug and departments.count(slug) > 1}):
        yield "co_department_twice", f"协办部门“{slug}”写了两次", _FLOW
    keys = {str(slot.get("key", "")) for slot in version.materials}
    for number, node in enumerate(nodes, 1):
        yield from _node(f"协办部门“{node.name or number}”", node, keys, norms)
        if node.limit is not None and version.promised_number and node.limit > version.promised_number:
            words = f"协办部门“{node.name or number}”返回意见的时限 {node.limit} 日，长于承诺时限"
            yield "return_limit_over_promise", f"{words} {version.promised_number} 日", _FLOW


def _node(who: str, node: CoNode, keys: set[str], norms: Norms | None) -> Iterator[Fault]:
    if not node.department:
        yield "co_department_missing", f"{who}没有选部门", _FLOW
    if not node.duty:
        yield "co_duty_missing", f"{who}没有写职责", _FLOW
    if not node.returns:
        yield "returns_missing", f"{who}没有写返回意见的要求", _FLOW
    if node.limit is None:
        yield "return_limit_missing", f"{who}没有写返回意见的时限", _FLOW
    strange = [key for key in node.transfers if key not in keys]
    if strange:
        yield "transfer_unknown", f"{who}的流转材料不在材料清单里：{'、'.join(strange)}", _FLOW
    most = norms.get("codept_limit") if norms else None
    if norms and most and node.limit is not None and node.limit > norms.number("codept_limit"):
        words = f"{who}返回意见的时限 {node.limit} 日，超过规定的 {norms.number('codept_limit')} 日"
        yield "return_limit_too_long", words, most.basis
