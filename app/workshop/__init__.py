"""A workshop as it is held: what the room sees, and who may change it."""
