"""The history of a project as people see it: its steps and versions, and the map as it was."""
