"""Cities with others to ask, under the national law and under the land department's own."""

import pytest

from tests.acts.city import build_city
from tests.acts.consulting.city import AskingCity, add_others


@pytest.fixture
def asking(db: None) -> AskingCity:
    return add_others(build_city())


@pytest.fixture
def land(db: None) -> AskingCity:
    return add_others(build_city("cn.990000.land"))
