"""Pages on which an administrator keeps the types of certificates and takes in lists of old ones (电子证照库)."""
