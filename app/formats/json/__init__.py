"""A project as JSON, that people can read and write."""
