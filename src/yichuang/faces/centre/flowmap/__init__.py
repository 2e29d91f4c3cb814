"""The map of an item (流程图谱): the ways its cases really took, where they wait, and what would be if (推演)."""
