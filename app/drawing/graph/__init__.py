"""What an emotional graph is drawn with: its scale, its curves, its words and where they find room."""
