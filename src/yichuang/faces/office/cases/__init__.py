"""One case in the office (办件页): its sheet, what may be done with it, opinions, decisions, papers."""
