"""What a map says when it is read: counts, gaps, curve, metrics, the register of actions."""
