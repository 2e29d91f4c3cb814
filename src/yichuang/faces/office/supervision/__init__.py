"""What the centre's supervision asks of a department (催办、督办), and the department's answer."""
