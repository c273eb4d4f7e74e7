"""The clock of a workshop as a room sees it."""
