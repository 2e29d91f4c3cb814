"""大厅: what follows the queue by itself, and what a customer signs at the window."""
