"""Tables from elsewhere, brought onto the map: pasted, dropped, or out of a file."""
