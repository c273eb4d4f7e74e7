"""What is pasted, and what is put on the clipboard."""
