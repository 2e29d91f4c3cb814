"""三集中三到位: what is read to see whether everything is done in the centre."""
