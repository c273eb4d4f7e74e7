"""The history of a project: its steps, versions and how it is made smaller."""
