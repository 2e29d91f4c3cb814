"""Bulletins (通报): drafted from the numbers, worded and signed by the centre; a correction is a new one."""
