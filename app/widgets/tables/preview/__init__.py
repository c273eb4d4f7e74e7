"""A table before it is brought in: as it stands and as the map that it becomes, side by side."""
