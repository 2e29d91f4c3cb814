"""送达: everything but handing over at the window."""
