"""The start page: what was worked on last, and what a new project can start from."""
