"""The small centre as a fixture."""

import pytest

from tests.acts.city import City, build_city
from tests.emptying import emptied
from tests.region_guard import region_guard

__all__ = ["city", "emptied", "region_guard"]


@pytest.fixture
def city(db: None) -> City:
    return build_city()
