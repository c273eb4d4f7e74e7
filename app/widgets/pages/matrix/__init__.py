"""Impact × effort in place of the map, and before a room: notes are placed by hand and by keys."""
