"""电子证照库 in the hall: the holder's certificates, codes for others, copies with their mark."""
