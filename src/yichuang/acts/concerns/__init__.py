"""诉求: inquiries, complaints, praise and hotline sheets, each on its own chain."""
