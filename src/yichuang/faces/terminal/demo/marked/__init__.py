"""Inspectors sent by berth, labels on what passed, copies that come back."""
