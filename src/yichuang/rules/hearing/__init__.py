"""听证、利害关系人、核查和数量限制: what the licence law asks before a decision."""
