"""A drawing as SVG, with text as text."""
