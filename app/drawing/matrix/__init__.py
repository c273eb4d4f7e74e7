"""Impact × effort as one drawing for the window, the room and paper. A unit is a pixel of 1080 in a room."""
