"""The doors (入口): logging in, the demonstration's entrance, progress by number, checking a certificate."""
