"""Supervision (监察): the watch over the ledger, and the measures taken on what it found."""
