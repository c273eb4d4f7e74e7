"""The canvas: the map in a scrolling, zooming view, and the gestures made on it."""
