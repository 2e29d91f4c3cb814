"""进驻单位: entering, leaving, orders to correct, leaders' visits."""
