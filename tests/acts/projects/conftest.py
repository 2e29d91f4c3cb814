"""The small centre with projects as a fixture."""

import pytest

from tests.acts.projects.works import Works, build_works


@pytest.fixture
def works(db: None) -> Works:
    return build_works()
