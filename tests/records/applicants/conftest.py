"""The small centre as a fixture."""

from tests.acts.conftest import city

__all__ = ["city"]
