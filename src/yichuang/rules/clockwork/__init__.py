"""The parts of the clock (计时部件): terms, promises, pauses, the reception, the counting."""
