"""大厅: opening hours, appointments, whose turn it is, how long one waits. Platform's own rules where no law speaks."""
