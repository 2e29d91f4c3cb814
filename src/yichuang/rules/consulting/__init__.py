"""会签、征求意见、征询: whom to ask, until when, what silence means, and what must be answered before a decision."""
