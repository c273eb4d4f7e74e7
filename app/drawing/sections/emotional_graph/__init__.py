"""The emotional graph: its scale, its curves, its words and where they find room."""
