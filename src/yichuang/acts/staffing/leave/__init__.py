"""请销假: a request, its answers, and the absence that follows."""
