"""Django app of the record book ledger (账)."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from yichuang.records.ledger.append_only import after_migrate


class LedgerConfig(AppConfig):
    """账."""

    name = "yichuang.records.ledger"
    label = "ledger"
    verbose_name = "账"

    def ready(self) -> None:
        """Keep the append-only triggers in place."""
        post_migrate.connect(after_migrate, sender=self)
