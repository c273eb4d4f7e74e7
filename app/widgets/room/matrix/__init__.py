"""Impact × effort as a room sees it: the page of the window in the room's sizes."""
