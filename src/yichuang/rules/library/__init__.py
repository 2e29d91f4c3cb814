"""电子证照库: identifiers of certificates, suspension, codes for sharing, marks on copies, lists of old ones."""
