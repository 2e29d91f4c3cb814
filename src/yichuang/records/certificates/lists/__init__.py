"""存量证照清单: reading a workbook row by row, and keeping what was read in a file beside until all is known good."""
