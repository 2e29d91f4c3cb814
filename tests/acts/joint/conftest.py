"""The centre with a joint item as a fixture, under the norms of 重庆 and under national law."""

import pytest

from tests.acts.joint.city import JointCity, build_joint_city


@pytest.fixture
def joint(db: None) -> JointCity:
    return build_joint_city("cn.500000")


@pytest.fixture
def national(db: None) -> JointCity:
    return build_joint_city("cn")
