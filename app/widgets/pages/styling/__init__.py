"""The editor of a project's style."""
