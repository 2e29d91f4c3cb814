"""Trails (办理轨迹): the way cases really took through the acts, how long each leg was, and what if."""
