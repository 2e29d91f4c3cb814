"""岗位: who holds which post on a day, who stands in for whom, who signs by delegation."""
