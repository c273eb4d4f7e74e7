"""The map for screen readers: a table, the text being typed, announcements."""
