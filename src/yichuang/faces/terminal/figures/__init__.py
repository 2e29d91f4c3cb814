"""`./yc figures`: the source documents' own figures, computed by the same code as the screens."""
