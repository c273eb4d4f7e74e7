"""The counts of a map in a window of their own: stage by stage and section by section."""
