"""Typing on the map: the text editor where a text stands, and what input methods compose."""
