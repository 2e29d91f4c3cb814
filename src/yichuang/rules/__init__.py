"""规: the legal judgement as pure, typed functions. No Django, no I/O, no current time."""
