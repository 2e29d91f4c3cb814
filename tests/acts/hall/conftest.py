"""The small hall for acts."""

from tests.records.hall.conftest import hall

__all__ = ["hall"]
