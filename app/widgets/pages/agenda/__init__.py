"""The page of the agenda: its items as a list in place of the map, beside the form of the inspector."""
