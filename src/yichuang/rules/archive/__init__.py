"""归档: how long what is kept, and when it may go."""
