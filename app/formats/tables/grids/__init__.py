"""Tables as they stand in files, texts and on the clipboard: found, opened with care, made grids."""
