"""The rounds of votes of a project, as a page in place of the map."""
