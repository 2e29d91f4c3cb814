"""The dry run of a changed norm (试算): what the clocks of cases would show under other terms."""
