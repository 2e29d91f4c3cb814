"""归档: how long what is kept, when it may go, and how a package looks."""
