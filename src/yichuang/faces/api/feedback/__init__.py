"""The interface of feedback: sheets of the hotline."""
