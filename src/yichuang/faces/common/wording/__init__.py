"""Words without Django (用语): the command line speaks them too."""
