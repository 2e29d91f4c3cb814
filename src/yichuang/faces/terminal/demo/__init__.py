"""演示数据: the fictional city, its items, and how they get into an empty database."""
