"""Who a visitor is and as whom he acts (身份)."""
