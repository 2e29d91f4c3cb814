"""公示: cases received in the order of application, decisions, hearings to come; personal names masked."""
