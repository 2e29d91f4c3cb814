"""叫号处置: urging, cards, answers and what follows for a call without outcome; entries of the centre's staff book."""
