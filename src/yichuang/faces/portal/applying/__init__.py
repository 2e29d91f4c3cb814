"""Applying on line (网上申请): from the start page to the confirmation, each step saved as a draft."""
