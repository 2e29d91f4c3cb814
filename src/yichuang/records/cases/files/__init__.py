"""Files of the materials of cases (附件): those handed in before, and those that were replaced."""
