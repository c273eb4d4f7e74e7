"""The window of one project: it puts the parts together."""
