"""A drawing as a picture."""
