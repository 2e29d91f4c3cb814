"""The small centre as a fixture."""

import pytest

from tests.acts.city import City, build_city


@pytest.fixture
def city(db: None) -> City:
    return build_city()
