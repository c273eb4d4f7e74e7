"""The counts of a map as a page: stage by stage and section by section; each number leads to the map."""
