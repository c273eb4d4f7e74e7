"""Pages as PDF, with the libraries that this takes."""
