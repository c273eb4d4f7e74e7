"""The page of a persona: their sheet in place of the map, beside the form of the inspector."""
