"""Item versions never change, so they are kept in process memory once read."""

from functools import lru_cache
from uuid import UUID

from yichuang.records.catalogue.models import ItemVersion


@lru_cache(maxsize=512)
def version_of(version_id: UUID) -> ItemVersion:
    """Return the version with its item. Raises ItemVersion.DoesNotExist."""
    return ItemVersion.objects.select_related("item__department").get(pk=version_id)
