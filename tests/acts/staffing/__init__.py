"""Acts of the staff book: leave, files, patrols, sheets, units."""
