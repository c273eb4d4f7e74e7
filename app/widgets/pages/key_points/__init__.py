"""The key points of a map in a window beside it."""
