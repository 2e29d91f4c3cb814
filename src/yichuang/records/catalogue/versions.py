"""Item versions never change, but their items do (委托、名称): both stay in memory until the facts version moves."""

from functools import lru_cache
from uuid import UUID

from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.org.directory import facts_version


def version_of(version_id: UUID) -> ItemVersion:
    """Return the version with its item. Raises ItemVersion.DoesNotExist."""
    return _read(version_id, facts_version())


@lru_cache(maxsize=512)
def _read(version_id: UUID, _facts: int) -> ItemVersion:
    return ItemVersion.objects.select_related("item__department").get(pk=version_id)


version_of.cache_clear = _read.cache_clear  # type: ignore[attr-defined]
