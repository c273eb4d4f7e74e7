"""Channels and process: through what the customer goes, and in which order."""
