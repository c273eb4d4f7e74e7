"""The picture on one screen, and on the other what only the presenter sees."""
