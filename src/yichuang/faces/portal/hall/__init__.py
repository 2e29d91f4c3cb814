"""大厅 for people at home and on the way: who waits where, appointments, a number on the phone."""
