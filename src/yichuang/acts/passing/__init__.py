"""移交与代办: cases pass from hand to hand, forward and back."""
