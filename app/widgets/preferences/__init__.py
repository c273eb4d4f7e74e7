"""What somebody prefers, as a page over whichever window they are in."""
