"""印章管理: seals, who keeps them, and what they were used for."""
