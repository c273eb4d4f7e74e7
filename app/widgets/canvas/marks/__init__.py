"""What is marked over the map: selection, what was found, numbers, relations, what a filter dims."""
