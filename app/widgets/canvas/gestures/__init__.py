"""What a hand does on the canvas, one gesture a file: it begins at a press and ends at a release or Esc."""
