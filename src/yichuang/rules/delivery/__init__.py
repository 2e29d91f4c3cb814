"""送达: when a paper counts as delivered, and what each manner of delivery needs."""
