"""Certificates for officers (证照): the list, one with its history, and what may become of it."""
