"""Documents and links: a list of what can be opened."""
