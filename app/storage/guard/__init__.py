"""Whose file it is: the lock, and whether what was saved is still there."""
