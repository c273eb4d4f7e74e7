"""The panels beside the map: what the project holds at the left, what is selected at the right."""
