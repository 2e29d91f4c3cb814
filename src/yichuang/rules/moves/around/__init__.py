"""Acts around the cases (办件以外): rights without rows of the transition table."""
