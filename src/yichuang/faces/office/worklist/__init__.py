"""待办列表: filters in the address, rows with lights and strips, claiming many."""
