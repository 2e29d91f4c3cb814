"""Following the ledger (跟账): how far a projection has looked, what to look at again, and fast reads for it.

What is kept beside the cases (alerts, statistics) is worked out from them again. A follower has a place of its own:
late, double or crashed runs lose nothing, and a run from nothing goes on where it was cut off.
"""
