"""What the demonstration shows of delivery and archive (送达、归档)."""
