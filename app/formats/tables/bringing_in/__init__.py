"""What was read from tables, as Changes of a project: a new map, or a map that takes it."""
