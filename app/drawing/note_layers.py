"""The layers of notes, from the lowest: what is drawn of all of them in one lies under the next."""

SHADOWS, FILLS, EDGES, FRAMES, _, _, MARKS, TEXT = range(8)
"""A picture takes three: its frame, itself, its edge. In a foot words lie over their frames."""
