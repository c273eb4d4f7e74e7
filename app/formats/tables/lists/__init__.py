"""What is no grid of a map: lists of notes, numbers and personas, boards of stickies, journeys of Mermaid."""
