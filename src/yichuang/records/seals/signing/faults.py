"""Why a paper could not be sealed (用印未成)."""


class SealFault(Exception):
    """A paper could not be sealed; the words say why. It waits and is tried again."""
