"""Votes by show of hands, as a room sees them."""
