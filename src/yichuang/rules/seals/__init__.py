"""用印: which seal goes on which paper, and when one may be used or changed."""
