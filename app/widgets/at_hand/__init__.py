"""What is at hand beside the notes that are picked, while people talk."""
