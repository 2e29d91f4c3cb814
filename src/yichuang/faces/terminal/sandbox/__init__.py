"""支付沙箱: a payment gateway to try with, in a process of its own. No money moves."""
