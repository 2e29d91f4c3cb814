"""容缺受理 and 告知承诺: what may be handed in later, on whose promise, and what follows when it is not."""
