"""备案: filings are concluded at the latest on the next working day, in one of two ways."""
