"""电子证照库 in the demonstration: its types, a suspended certificate, codes, reminders."""
