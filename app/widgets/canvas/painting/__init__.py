"""What is painted: the map, piece by piece, frozen headers, curves, marks."""
